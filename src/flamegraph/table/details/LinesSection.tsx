import { displayName } from '../../layout/displayName';
import type { DetailQuestions } from '../detailQuestions';
import { AnswerView, Nothing } from './AnswerView';
import { BarRow, BarTable } from './BarRow';
import { SourceLink } from './SourceLink';
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
          <BarTable label="Source lines" titles={[fileName(file), 'Self', 'Total']}>
            {Array.from(lines.line, (line, at) => (
              <BarRow
                key={line}
                bar={most === 0 ? 0 : lines.total[at] / most}
                name={
                  line === 0 ? (
                    'no line'
                  ) : (
                    <SourceLink href={file === '' ? undefined : sourceLink?.(file, line)}>{`line ${line}`}</SourceLink>
                  )
                }
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

/** A path's end says more than its beginning, and where there is little room the beginning is what is seen. */
function fileName(path: string): string {
  return path === '' ? 'Line' : displayName(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
}
