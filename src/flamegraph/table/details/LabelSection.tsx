import { css } from '@emotion/css';
import { useMemo, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Combobox, useStyles2 } from '@grafana/ui';
import { displayName } from '../../layout/displayName';
import { formatShare } from '../../view/formatShare';
import type { DetailQuestions, LabelValueShare } from '../detailQuestions';
import { partOf } from '../plainColumns';
import { AnswerView, Nothing } from './AnswerView';
import { BarRow, BarTable } from './BarRow';
import { useAnswer } from './useAnswer';

type LabelQuestions = Required<Pick<DetailQuestions, 'labelNames' | 'byLabel'>>;

interface LabelSectionProps extends LabelQuestions {
  readonly format: (value: number) => string;
}

/** How much of each value of a label a function takes; the label is chosen here. */
export function LabelSection({ labelNames, byLabel, format }: LabelSectionProps) {
  const answer = useAnswer(labelNames);
  return (
    <AnswerView answer={answer}>
      {(names) =>
        names.length === 0 ? (
          <Nothing>This profile has no labels to split it by.</Nothing>
        ) : (
          <ChosenLabel names={names} byLabel={byLabel} format={format} />
        )
      }
    </AnswerView>
  );
}

interface ChosenLabelProps extends Pick<LabelSectionProps, 'byLabel' | 'format'> {
  readonly names: readonly string[];
}

function ChosenLabel({ names, byLabel, format }: ChosenLabelProps) {
  const styles = useStyles2(getStyles);
  const [label, setLabel] = useState<string>();
  // Grafana 12.2's field asks again and again where its options are other objects each time.
  const options = useMemo(() => names.map((value) => ({ value, label: value })), [names]);
  return (
    <>
      <Combobox
        aria-label="Label"
        placeholder="Choose a label"
        options={options}
        value={label ?? null}
        onChange={({ value }) => setLabel(value)}
      />
      {label !== undefined && (
        <div className={styles.values}>
          <LabelValues key={label} {...{ label, byLabel, format }} />
        </div>
      )}
    </>
  );
}

interface LabelValuesProps extends Pick<LabelSectionProps, 'byLabel' | 'format'> {
  readonly label: string;
}

function LabelValues({ label, byLabel, format }: LabelValuesProps) {
  const ask = useMemo(() => (signal: AbortSignal) => byLabel(label, signal), [label, byLabel]);
  const answer = useAnswer(ask);
  return (
    <AnswerView answer={answer}>
      {(values) =>
        values.length === 0 ? (
          <Nothing>Nothing was recorded with this label.</Nothing>
        ) : (
          <BarTable label={`Share by ${label}`} titles={[label, 'Self', 'Total', 'of its value']}>
            {byShare(values).map(({ value, self, total, whole }) => (
              <BarRow
                key={value}
                bar={partOf(total, whole)}
                name={<bdi title={displayName(value)}>{value === '' ? '(no value)' : displayName(value)}</bdi>}
                cells={[
                  { text: format(self), tone: 'quiet' },
                  { text: format(total) },
                  { text: formatShare(total, whole), title: `${format(total)} of ${format(whole)}` },
                ]}
              />
            ))}
          </BarTable>
        )
      }
    </AnswerView>
  );
}

function byShare(values: readonly LabelValueShare[]): readonly LabelValueShare[] {
  return [...values].sort((a, b) => partOf(b.total, b.whole) - partOf(a.total, a.whole));
}

const getStyles = (theme: GrafanaTheme2) => ({ values: css({ marginTop: theme.spacing(1) }) });
