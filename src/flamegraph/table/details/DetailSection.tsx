import { css } from '@emotion/css';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

interface DetailSectionProps {
  readonly title: string;
  /** Stands behind the title: how many there are. */
  readonly count?: number;
  readonly isOpenAtFirst?: boolean;
  /** It is what its reader came for: open at first, and scrolled to. */
  readonly isSought?: boolean;
  /** Drawn while the section is open only: what it asks for is asked for then. */
  readonly children: ReactNode;
}

/** A part of the details that can be opened and closed. */
export function DetailSection({ title, count, isOpenAtFirst = false, isSought = false, children }: DetailSectionProps) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst || isSought);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isSought) {
      section.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [isSought]);
  return (
    <section ref={section} className={styles.section} aria-labelledby={`${id}-title`}>
      <h4 className={styles.heading}>
        <button
          type="button"
          id={`${id}-title`}
          className={styles.button}
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-body` : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'angle-down' : 'angle-right'} />
          {title}
          {count !== undefined && <span className={styles.count}>{count.toLocaleString()}</span>}
        </button>
      </h4>
      {isOpen && (
        <div id={`${id}-body`} className={styles.body}>
          {children}
        </div>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ borderTop: `1px solid ${theme.colors.border.weak}` }),
  heading: css({ margin: 0, fontSize: theme.typography.fontSize }),
  button: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    width: '100%',
    padding: theme.spacing(0.75, 1),
    border: 'none',
    background: 'transparent',
    color: theme.colors.text.primary,
    fontWeight: theme.typography.fontWeightMedium,
    textAlign: 'left',
    '&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
  }),
  count: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
  }),
  body: css({ padding: theme.spacing(0, 1, 1, 1) }),
});
