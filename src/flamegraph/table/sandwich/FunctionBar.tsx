import { css } from '@emotion/css';
import { useMemo } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2, useTheme2 } from '@grafana/ui';
import { type CallTree, ROOT } from '../../../profile/callTree';
import type { SidedValue } from '../../../profile/functionDetails';
import { functionValues } from '../../../profile/functionValues';
import { displayName } from '../../layout/displayName';
import { fitLabel } from '../../layout/fitLabel';
import { labelForms } from '../../layout/labelForms';
import { formatShare } from '../../view/formatShare';
import { sidesChange } from '../changeText';
import type { OpenMenu } from '../rowEvents';
import { useMeasureText } from '../useMeasureText';

export const FUNCTION_BAR_HEIGHT = 40;
/** CSS pixels: below this only the total is told. */
const ROOM_FOR_SELF = 520;

interface FunctionBarProps {
  readonly tree: CallTree;
  readonly name: string;
  /** CSS pixels. */
  readonly width: number;
  readonly format: (value: number) => string;
  readonly diffBy?: 'value';
  readonly onMenu?: OpenMenu;
  /** Absent: another function is chosen elsewhere. */
  readonly onClear?: () => void;
}

/** The function in the middle of a sandwich, with its values. */
export function FunctionBar({ tree, name, width, format, diffBy, onMenu, onClear }: FunctionBarProps) {
  const styles = useStyles2(getStyles);
  const { typography } = useTheme2();
  const measure = useMeasureText(`${typography.fontWeightMedium} ${typography.fontSize}px ${typography.fontFamily}`);
  const values = useMemo(() => functionValues(tree, name), [tree, name]);
  const text = (value: SidedValue) => valueText(tree, value, format, diffBy);
  const hasSelf = width >= ROOM_FOR_SELF;
  const figures = values && [{ title: 'Total', value: text(values.total) }];
  if (values !== undefined && hasSelf) {
    figures?.push({ title: 'Self', value: text(values.self) });
  }
  const room = width - 100 - (figures ?? []).reduce((sum, { title, value }) => sum + 40 + measure(title + value), 0);
  return (
    <div className={styles.bar} role="group" aria-label="Function in the middle">
      <bdi className={styles.name} title={displayName(name)}>
        {fitLabel(labelForms(name), Math.max(120, room), measure) || displayName(name)}
      </bdi>
      <dl className={styles.figures}>
        {figures?.map(({ title, value }) => (
          <div key={title} className={styles.figure}>
            <dt>{title}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      {onMenu && (
        <IconButton
          name="ellipsis-v"
          aria-label="Menu of the function"
          tooltip="Menu of the function"
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect();
            onMenu(name, { x: left, y: bottom });
          }}
        />
      )}
      {onClear && (
        <IconButton
          name="times"
          aria-label="Choose another function"
          tooltip="Choose another function"
          onClick={onClear}
        />
      )}
    </div>
  );
}

function valueText(tree: CallTree, { value, right }: SidedValue, format: (value: number) => string, diffBy?: 'value') {
  const share = formatShare(value, tree.total[ROOT]);
  if (right === undefined || tree.right === undefined) {
    return `${format(value)} (${share})`;
  }
  const whole = tree.right.total[ROOT];
  const { relative } = sidesChange(value, right, { left: tree.total[ROOT], right: whole }, { diffBy, format });
  return diffBy === 'value'
    ? `${format(value)} → ${format(right)} (${relative})`
    : `${share} → ${formatShare(right, whole)} (${relative})`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    height: FUNCTION_BAR_HEIGHT - 8,
    margin: theme.spacing(0.5, 0),
    padding: theme.spacing(0, 1),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    boxShadow: `inset 3px 0 0 ${theme.colors.primary.main}`,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
  }),
  name: css({
    flexGrow: 1,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    fontWeight: theme.typography.fontWeightMedium,
  }),
  figures: css({ display: 'flex', gap: theme.spacing(2), margin: 0 }),
  figure: css({
    display: 'flex',
    gap: theme.spacing(0.5),
    '& dt': { color: theme.colors.text.secondary, fontWeight: 400 },
  }),
  value: css({ margin: 0, fontVariantNumeric: 'tabular-nums' }),
});
