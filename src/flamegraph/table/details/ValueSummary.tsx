import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type CallTree, ROOT } from '../../../profile/callTree';
import type { SidedValue } from '../../../profile/functionDetails';
import type { Cost } from '../../../profile/profileSource';
import { formatShare } from '../../view/formatShare';
import { CHANGE_COLOURS } from '../changeColours';
import { sidesChange } from '../changeText';
import type { DetailQuestions } from '../detailQuestions';

interface ValueSummaryProps {
  readonly tree: CallTree;
  readonly self: SidedValue;
  readonly total: SidedValue;
  readonly format: (value: number) => string;
  readonly diffBy?: 'value';
  readonly costs?: DetailQuestions['costs'];
}

/** What a function takes, alone and with all that it calls; in a comparison on both sides. */
export function ValueSummary({ tree, self, total, format, diffBy, costs }: ValueSummaryProps) {
  const styles = useStyles2(getStyles);
  const isCompared = tree.right !== undefined;
  return (
    <table className={styles.table} aria-label="Values">
      {isCompared && (
        <thead>
          <tr>
            <td />
            <th scope="col">Baseline</th>
            <th scope="col">Compared</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
      )}
      <tbody>
        <Row title="Total" value={total} {...{ tree, format, diffBy }} />
        <Row title="Self" value={self} {...{ tree, format, diffBy }} />
        {costs && <CostRow costs={costs} total={total} isCompared={isCompared} />}
      </tbody>
    </table>
  );
}

interface RowProps extends Pick<ValueSummaryProps, 'tree' | 'format' | 'diffBy'> {
  readonly title: string;
  readonly value: SidedValue;
}

function Row({ title, value: { value, right = 0 }, tree, format, diffBy }: RowProps) {
  const styles = useStyles2(getStyles);
  const whole = tree.total[ROOT];
  const rightWhole = tree.right?.total[ROOT] ?? 0;
  const change = sidesChange(value, right, { left: whole, right: rightWhole }, { diffBy, format });
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        {format(value)} <span className={styles.share}>{formatShare(value, whole)}</span>
      </td>
      {tree.right !== undefined && (
        <>
          <td>
            {format(right)} <span className={styles.share}>{formatShare(right, rightWhole)}</span>
          </td>
          <td className={styles[change.tone]}>
            {change.relative} <span className={styles.share}>{change.difference}</span>
          </td>
        </>
      )}
    </tr>
  );
}

interface CostRowProps {
  readonly costs: NonNullable<DetailQuestions['costs']>;
  readonly total: SidedValue;
  readonly isCompared: boolean;
}

/** What the total costs, by the prices of the data source's settings. */
function CostRow({ costs, total, isCompared }: CostRowProps) {
  const before = costs.left(total.value);
  const after = isCompared ? (costs.right ?? costs.left)(total.right ?? 0) : undefined;
  if (before === undefined || (isCompared && after === undefined)) {
    return null;
  }
  const change = after && { ...after, amount: after.amount - before.amount };
  return (
    <tr title="Of a month that is like this time range, by the prices in the data source's settings">
      <th scope="row">Monthly cost</th>
      <td>{costText(before)}</td>
      {after && <td>{costText(after)}</td>}
      {change && <td>{`${change.amount > 0 ? '+' : ''}${costText(change)}`}</td>}
    </tr>
  );
}

function costText({ amount, currency }: Cost): string {
  return amount.toLocaleString(undefined, { style: 'currency', currency, maximumSignificantDigits: 3 });
}

const getStyles = (theme: GrafanaTheme2) => {
  const change = theme.isDark ? CHANGE_COLOURS.dark : CHANGE_COLOURS.light;
  return {
    table: css({
      margin: theme.spacing(0.5, 1, 1),
      fontVariantNumeric: 'tabular-nums',
      '& th': {
        paddingRight: theme.spacing(2),
        color: theme.colors.text.secondary,
        fontWeight: theme.typography.fontWeightRegular,
        textAlign: 'left',
      },
      '& td': { paddingRight: theme.spacing(2) },
    }),
    share: css({ color: theme.colors.text.secondary }),
    quiet: css({ color: theme.colors.text.secondary }),
    more: css({ color: change.moreText }),
    less: css({ color: change.lessText }),
  };
};
