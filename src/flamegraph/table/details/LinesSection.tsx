import type { DetailQuestions } from '../detailQuestions';
import { AnswerView, Nothing } from './AnswerView';
import { BarRow, BarTable } from './BarRow';
import { LineName, linesTitle } from './LineName';
import { useAnswer } from './useAnswer';

interface LinesSectionProps {
  readonly lines: NonNullable<DetailQuestions['lines']>;
  readonly sourceLink: DetailQuestions['sourceLink'];
  readonly format: (value: number) => string;
}

/** What each source line of a function costs. */
export function LinesSection({ lines: ask, sourceLink, format }: LinesSectionProps) {
  const answer = useAnswer(ask);
  return (
    <AnswerView answer={answer}>
      {({ file, lines }) => {
        const most = lines.total.reduce((largest, value) => Math.max(largest, value), 0);
        const hasLines = lines.line.some((line) => line > 0);
        return hasLines ? (
          <BarTable label="Source lines" titles={[linesTitle(file), 'Self', 'Total']}>
            {Array.from(lines.line, (line, at) => (
              <BarRow
                key={line}
                bar={most === 0 ? 0 : lines.total[at] / most}
                name={<LineName {...{ file, line, sourceLink }} />}
                cells={[
                  { text: format(lines.self[at]), ...(lines.self[at] === 0 ? { tone: 'quiet' as const } : {}) },
                  { text: format(lines.total[at]) },
                ]}
              />
            ))}
          </BarTable>
        ) : (
          <Nothing>This profile does not know the lines of this function.</Nothing>
        );
      }}
    </AnswerView>
  );
}
