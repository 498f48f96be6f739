import { css } from '@emotion/css';
import { Fragment } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Modal, useStyles2 } from '@grafana/ui';
import { COMMAND_GROUPS, keyText } from './viewerCommands';

/** Keys of the flame graph itself, and of the table, the call tree and the sandwich as far as they have them. */
const PICTURE_KEYS: ReadonlyArray<readonly [keys: readonly string[], what: string]> = [
  [['↑', '↓'], 'Caller and callee; in a table the rows'],
  [['←', '→'], 'Neighbours; in the call tree close and open'],
  [['enter'], 'Zoom into the box, choose the row'],
  [['+', '-'], 'Zoom freely; also ctrl and the wheel'],
  [['shift', '←'], 'Move along; upwards and downwards it zooms'],
  [['esc'], 'Back: out of a zoom, a focus, a search'],
  [['home'], 'To the focused function, to the first row'],
  [['n', 'N'], 'Next and previous match'],
  [['*'], 'In the call tree open all that stand beside it'],
  [['shift', 'h'], 'In the call tree open its hottest path'],
];

/** Every key, as Grafana lists its own. */
export function KeyList({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles2(getStyles);
  return (
    <Modal title="Keys of the profile" isOpen onDismiss={onClose} onClickBackdrop={onClose}>
      <div className={styles.groups}>
        <KeyGroup title="Moving" rows={PICTURE_KEYS} />
        {COMMAND_GROUPS.map(({ title, keys }) => (
          <KeyGroup
            key={title}
            title={title}
            rows={keys.map(({ command, what }) => [keyText(command)?.split('+') ?? [], what] as const)}
          />
        ))}
      </div>
    </Modal>
  );
}

interface KeyGroupProps {
  readonly title: string;
  readonly rows: typeof PICTURE_KEYS;
}

function KeyGroup({ title, rows }: KeyGroupProps) {
  const styles = useStyles2(getStyles);
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {rows.map(([keys, what]) => (
          <Fragment key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  groups: css({ columns: '320px 2', columnGap: theme.spacing(4), '& section': { breakInside: 'avoid' } }),
  title: css({ ...theme.typography.h5, margin: theme.spacing(0, 0, 1) }),
  list: css({
    display: 'grid',
    gridTemplateColumns: '116px 1fr',
    gap: theme.spacing(0.5, 1),
    marginBottom: theme.spacing(3),
    '& dt': { textAlign: 'right', whiteSpace: 'nowrap', fontWeight: theme.typography.fontWeightRegular },
    '& dd': { margin: 0, color: theme.colors.text.secondary },
  }),
  key: css({
    display: 'inline-block',
    minWidth: 20,
    marginLeft: 3,
    padding: theme.spacing(0, 0.5),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    color: theme.colors.text.primary,
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '18px',
    textAlign: 'center',
    boxShadow: 'none',
  }),
});
