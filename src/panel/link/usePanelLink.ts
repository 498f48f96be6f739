import { useEffect, useRef } from 'react';
import { linkText, viewOfLink, type LinkedView } from './linkText';

/** Milliseconds without a change before it is told: browsers bear only so many changes of an address. */
const QUIET = 300;

interface PanelLink {
  /** As it is now; undefined where nobody keeps it. */
  readonly link: string | undefined;
  /** What is seen now. */
  readonly view: LinkedView;
  readonly onLink: (link: string) => void;
  /** Told what a link says that was not told from here: its user went back, or followed one. */
  readonly onView: (view: LinkedView) => void;
}

/** Keeps what is seen of a panel and its link the same, whichever of the two changes. */
export function usePanelLink({ link, view, onLink, onView }: PanelLink): void {
  const isKept = link !== undefined;
  const text = isKept ? linkText(view).text : '';
  const agreed = useRef(link);
  const latest = useRef({ onLink, onView, text });
  useEffect(() => {
    latest.current = { onLink, onView, text };
  });

  useEffect(() => {
    if (link !== undefined && link !== agreed.current) {
      agreed.current = link;
      if (link !== latest.current.text) {
        latest.current.onView(viewOfLink(link));
      }
    }
  }, [link]);

  useEffect(() => {
    if (!isKept || text === agreed.current) {
      return;
    }
    const timer = setTimeout(() => {
      agreed.current = text;
      latest.current.onLink(text);
    }, QUIET);
    return () => clearTimeout(timer);
  }, [text, isKept]);
}
