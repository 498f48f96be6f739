import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { locationService } from '@grafana/runtime';
import { giveBackParameter, takeParameter } from './seenPanels';

interface AddressLink {
  readonly parameter: string;
  /** What the page's address says of the panel; undefined: nothing. */
  readonly link: string | undefined;
  readonly onLink: (link: string) => void;
}

/**
 * A panel's own part of the page's address. Undefined before its first layout effect, and without a name, which is
 * where somebody else keeps the link.
 */
export function useAddressLink(name: string | undefined): AddressLink | undefined {
  const [parameter, setParameter] = useState<string>();
  const last = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (name === undefined) {
      setParameter(undefined);
      return;
    }
    const taken = takeParameter(name);
    setParameter(taken);
    // The panel asks something else now, such as another value of a variable: what is seen of it moves along.
    const kept = last.current === undefined ? undefined : linkAt(last.current);
    if (kept !== undefined && last.current !== undefined && last.current !== taken) {
      locationService.partial({ [last.current]: null, [taken]: kept }, true);
    }
    last.current = taken;
    return () => giveBackParameter(taken);
  }, [name]);
  const link = useSyncExternalStore(listen, () => (parameter === undefined ? undefined : linkAt(parameter)));
  return parameter === undefined
    ? undefined
    : {
        parameter,
        link,
        onLink: (text) => locationService.partial({ [parameter]: text === '' ? null : text }, true),
      };
}

function linkAt(parameter: string): string | undefined {
  return locationService.getSearch().get(parameter) ?? undefined;
}

function listen(onChange: () => void): () => void {
  const subscription = locationService.getLocationObservable().subscribe(onChange);
  return () => subscription.unsubscribe();
}
