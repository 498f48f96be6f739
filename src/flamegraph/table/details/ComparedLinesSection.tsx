import { useMemo } from 'react';
import { type ComparedLines, comparedLines } from '../../../profile/pprof/comparedLines';
import type { DetailQuestions } from '../detailQuestions';
import { AnswerView, Nothing } from './AnswerView';
import { BarRow, BarTable } from './BarRow';
import { type ComparedBy, comparedCells } from './comparedCells';
import { LineName, linesTitle } from './LineName';
import { useAnswer } from './useAnswer';

interface ComparedLinesSectionProps extends ComparedBy {
  readonly baseline: NonNullable<DetailQuestions['lines']>;
  readonly compared: NonNullable<DetailQuestions['lines']>;
  readonly sourceLink: DetailQuestions['sourceLink'];
}

/** What each source line of a function, with what it calls, costs on both sides of a comparison. */
export function ComparedLinesSection({ baseline, compared, sourceLink, ...by }: ComparedLinesSectionProps) {
  const ask = useMemo(
    () =>
      async (signal: AbortSignal): Promise<ComparedLines> => {
        const [left, right] = await Promise.all([baseline(signal), compared(signal)]);
        return comparedLines(left, right);
      },
    [baseline, compared]
  );
  const answer = useAnswer(ask);
  return (
    <AnswerView answer={answer}>
      {({ file, lines }) => {
        const most = lines.reduce((largest, line) => Math.max(largest, line.baseline.total, line.compared.total), 0);
        return lines.some(({ line }) => line > 0) ? (
          <BarTable label="Source lines" titles={[linesTitle(file), 'Baseline', 'Compared', 'Change']}>
            {lines.map(({ line, baseline: left, compared: right }) => (
              <BarRow
                key={line}
                bar={most === 0 ? 0 : Math.max(left.total, right.total) / most}
                name={
                  <span title={`Self ${by.format(left.self)} → ${by.format(right.self)}`}>
                    <LineName {...{ file, line, sourceLink }} />
                  </span>
                }
                cells={comparedCells(left.total, right.total, by)}
              />
            ))}
          </BarTable>
        ) : (
          <Nothing>These profiles do not know the lines of this function.</Nothing>
        );
      }}
    </AnswerView>
  );
}
