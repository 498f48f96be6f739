import { css, cx } from '@emotion/css';
import { useMemo } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Dropdown, Menu, useStyles2, useTheme2 } from '@grafana/ui';
import type { CallTree } from '../../profile/callTree';
import type { StackFilter, StackRule } from '../../profile/filters/stackFilter';
import { colourLegend, type LegendEntry } from '../layout/colourLegend';
import { DARK_PALETTE, LIGHT_PALETTE } from '../layout/palette';
import type { ColourScheme } from '../view/flameGraphState';
import { formatShare } from '../view/formatShare';
import { hasFilter } from './filterEdits';

/** More colours than anyone tells apart; the smaller ones are in the table. */
const MOST_ENTRIES = 14;

interface ColourLegendProps {
  readonly tree: CallTree;
  readonly scheme: ColourScheme;
  readonly diffBy: 'share' | 'value';
  readonly filters: readonly StackFilter[] | undefined;
  readonly onFilter: (rule: StackRule) => void;
}

/** What the colours mean. A click on one leaves what has it, or all besides. */
export function ColourLegend({ tree, scheme, diffBy, filters, onFilter }: ColourLegendProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const { fills } = theme.isDark ? DARK_PALETTE : LIGHT_PALETTE;
  const entries = useMemo(() => colourLegend(tree, scheme, MOST_ENTRIES, diffBy), [tree, scheme, diffBy]);
  return (
    <ul className={styles.legend} aria-label="Legend">
      {entries.map((entry) => (
        <li key={`${entry.colour} ${entry.label}`} className={styles.item}>
          <Entry entry={entry} fill={fills[entry.colour]} filters={filters} onFilter={onFilter} />
        </li>
      ))}
    </ul>
  );
}

interface EntryProps extends Pick<ColourLegendProps, 'filters' | 'onFilter'> {
  readonly entry: LegendEntry;
  readonly fill: string;
}

function Entry({ entry: { label, share, match }, fill, filters, onFilter }: EntryProps) {
  const styles = useStyles2(getStyles);
  const words = (
    <>
      <span className={styles.swatch} style={{ backgroundColor: fill }} />
      <bdi className={styles.label}>{label === '' ? 'no name' : label}</bdi>
      <span className={styles.share}>{formatShare(share, 1)}</span>
    </>
  );
  if (match === undefined) {
    return <span className={styles.entry}>{words}</span>;
  }
  const rules: ReadonlyArray<readonly [string, StackRule]> = [
    ['Only stacks with it', { kind: 'only-with', match }],
    ['Without stacks with it', { kind: 'without', match }],
    ['Merge it into its callers', { kind: 'hide-frame', match }],
  ];
  const menu = () => (
    <Menu ariaLabel={label}>
      {rules.map(([text, rule]) => (
        <Menu.Item
          key={text}
          label={text}
          role="menuitemcheckbox"
          ariaChecked={hasFilter(filters, rule)}
          active={hasFilter(filters, rule)}
          onClick={() => onFilter(rule)}
        />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={menu} placement="bottom-start">
      <button type="button" className={cx(styles.entry, styles.button)} title={label}>
        {words}
      </button>
    </Dropdown>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  legend: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 0.5),
    maxHeight: 48,
    marginBottom: theme.spacing(0.5),
    overflow: 'hidden',
    listStyle: 'none',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  item: css({ minWidth: 0 }),
  entry: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    height: 24,
    padding: theme.spacing(0, 0.5),
  }),
  button: css({
    border: 0,
    borderRadius: theme.shape.radius.default,
    background: 'transparent',
    font: 'inherit',
    color: theme.colors.text.primary,
    '&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
  }),
  swatch: css({ flexShrink: 0, width: 14, height: 4, borderRadius: 2 }),
  label: css({ maxWidth: 180, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  share: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
