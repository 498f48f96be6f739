import { css } from '@emotion/css';
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
    <div role="group" aria-label={`Matcher of ${name}`} className={styles.row}>
      <span hidden id={`${id}-label-name`}>
        Label
      </span>
      <span hidden id={`${id}-operator-name`}>
        Operator of {name}
      </span>
      <span hidden id={`${id}-value-name`}>
        {takesSeveral(operator) ? 'Values' : 'Value'} of {name}
      </span>
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
      {takesNone(operator) ? null : takesSeveral(operator) ? (
        <Choices
          {...valueField}
          width={[28, 60]}
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
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // Fields that touch, with one border between two of them.
  row: css({
    display: 'flex',
    flexWrap: 'wrap',
    maxWidth: '100%',
    rowGap: theme.spacing(0.5),
    '> *': { minWidth: 0 },
    '> * + *:not([hidden])': { marginLeft: -1 },
    '> *:hover, > *:focus-within': { zIndex: 1 },
    '> :not(:last-child) input, > :not(:last-child) > div': { borderTopRightRadius: 0, borderBottomRightRadius: 0 },
    '> div ~ * input, > div ~ * > div, > div ~ button': { borderTopLeftRadius: 0, borderBottomLeftRadius: 0 },
  }),
});
