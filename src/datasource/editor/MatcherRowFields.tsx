import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2, type ComboboxOption } from '@grafana/ui';
import { Choice } from './Choice';
import { Choices } from './Choices';
import { rowOperators, takesNone, takesSeveral, withOperator, type MatcherRow, type RowOperator } from './matcherRows';
import { OneOf } from './OneOf';
import { textOptions } from './textOptions';

interface Props {
  readonly id: string;
  readonly row: MatcherRow;
  readonly loadNames: () => Promise<readonly string[]>;
  /** For expressions, variables are written as such. */
  readonly loadValues: (row: MatcherRow) => Promise<readonly string[]>;
  readonly isNew: boolean;
  readonly onChange: (row: MatcherRow) => void;
  readonly onRemove: () => void;
}

const meanings: Readonly<Record<RowOperator, string>> = {
  '=': 'equals',
  '!=': 'differs from',
  '=~': 'matches the expression',
  '!~': 'does not match the expression',
  in: 'is one of',
  'not in': 'is none of',
  empty: 'is not there',
  'not empty': 'is there',
};
const operatorOptions: Array<ComboboxOption<RowOperator>> = rowOperators.map((value) => ({
  value,
  label: value,
  description: meanings[value],
}));

/** One matcher: a label, an operator, and as many values as the operator takes. */
export function MatcherRowFields({ id, row, loadNames, loadValues, isNew, onChange, onRemove }: Props) {
  const styles = useStyles2(getStyles);
  const { label, operator, values } = row;
  const name = label === '' ? 'the new label' : label;
  const named = (part: string) => ({ id: `${id}-${part}`, labelledBy: `${id}-${part}-name` });
  const load = async (typed: string) => textOptions(await loadValues(row), typed);
  const valueField = { ...named('value'), load };
  return (
    <div
      role="group"
      aria-label={`Matcher of ${name}`}
      className={cx(styles.row, takesSeveral(operator) && styles.wide)}
    >
      <Choice
        {...named('label')}
        value={label}
        load={async (typed) => textOptions(await loadNames(), typed)}
        placeholder="Choose a label"
        width={[17, 40]}
        isRequired
        autoFocus={isNew}
        onChange={(chosen) => onChange({ label: chosen, operator, values: [] })}
      />
      <OneOf<RowOperator>
        {...named('operator')}
        value={operator}
        options={operatorOptions}
        width={operator.length > 2 ? 15 : 9}
        onChange={(chosen) => onChange(withOperator(row, chosen))}
      />
      <div className={styles.end}>
        {takesNone(operator) ? null : takesSeveral(operator) ? (
          <Choices
            {...valueField}
            values={values}
            placeholder="Choose values"
            onChange={(chosen) => onChange({ label, operator, values: chosen })}
          />
        ) : (
          <Choice
            {...valueField}
            width={[18, 60]}
            value={values[0] ?? ''}
            placeholder="Choose a value"
            isRequired
            onChange={(chosen) => onChange({ label, operator, values: [chosen] })}
          />
        )}
        <Button variant="secondary" icon="times" aria-label={`Remove ${name}`} onClick={onRemove} />
      </div>
      <span hidden id={`${id}-label-name`}>
        Label
      </span>
      <span hidden id={`${id}-operator-name`}>
        Operator of {name}
      </span>
      <span hidden id={`${id}-value-name`}>
        {takesSeveral(operator) ? 'Values' : 'Value'} of {name}
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  // Fields that touch each other have one border between two of them, and are square there.
  const squareLeft = { borderTopLeftRadius: 0, borderBottomLeftRadius: 0 };
  const squareRight = { borderTopRightRadius: 0, borderBottomRightRadius: 0 };
  return {
    row: css({
      display: 'flex',
      flexWrap: 'wrap',
      maxWidth: '100%',
      rowGap: theme.spacing(0.5),
      '> div': { minWidth: 0 },
      '> div + div': { marginLeft: -1 },
      '> div:not(:last-of-type) input': squareRight,
      '> div:not(:first-of-type) input': squareLeft,
      '> div:hover, > div:focus-within': { zIndex: 1 },
    }),
    // A list of values takes all the room there is: what it is sized by differs from one Grafana to the next.
    wide: css({ flex: '0 1 640px', '> div:last-of-type': { flex: '1 1 240px', '> div': { flexGrow: 1 } } }),
    // The button stays beside the value where the row breaks.
    end: css({
      display: 'flex',
      maxWidth: '100%',
      '> div': { minWidth: 0 },
      '> div input': squareRight,
      '> div > div': { ...squareLeft, ...squareRight },
      '> button': { flexShrink: 0, ...squareLeft },
      '> div + button': { marginLeft: -1 },
    }),
  };
};
