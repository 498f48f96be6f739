import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { codeHighlights, type HighlightKind } from './codeHighlights';
import type { CodeProblem } from './codeProblem';

interface Props {
  readonly text: string;
  readonly problem: CodeProblem | undefined;
}

/** A query's text in colours, what is wrong underlined. Lies behind the field, which is what people and readers meet. */
export function CodeHighlight({ text, problem }: Props) {
  const styles = useStyles2(getStyles);
  const { start: wrongFrom, end: wrongTo } = problem ?? { start: -1, end: -1 };
  return (
    <>
      {codeHighlights(text)
        .flatMap(({ start, end, kind }) => {
          const cuts = [start, ...[wrongFrom, wrongTo].filter((at) => at > start && at < end), end];
          return cuts.slice(1).map((to, i) => ({ from: cuts[i], to, kind }));
        })
        .map(({ from, to, kind }) => {
          const isWrong = from >= wrongFrom && to <= wrongTo;
          const className = cx(kind !== undefined && styles[kind], isWrong && styles.wrong);
          const part = text.slice(from, to);
          return isWrong ? (
            <mark key={from} className={className}>
              {part}
            </mark>
          ) : (
            <span key={from} className={className}>
              {part}
            </span>
          );
        })}
      {/* A line that ends the text has height only if something is in it. */}
      {'\u200b'}
    </>
  );
}

const getStyles = ({ colors, isDark }: GrafanaTheme2) => {
  // The same hues in both themes, each at least 4.5:1 against the field.
  const hue = (dark: string, light: string) => css({ color: isDark ? dark : light });
  const plain = css({ color: colors.text.primary });
  const styles: Record<HighlightKind | 'wrong', string> = {
    type: hue('#6e9fff', '#1f60c4'),
    name: hue('#5fc8d8', '#0b6e7f'),
    operator: plain,
    text: hue('#ff9f5a', '#a6410a'),
    variable: hue('#ca95e5', '#7c2ea3'),
    comma: plain,
    brace: plain,
    comment: css({ color: colors.text.secondary }),
    unknown: plain,
    wrong: css({
      background: 'none',
      color: 'inherit',
      padding: 0,
      textDecoration: `underline wavy ${colors.error.text}`,
      textDecorationSkipInk: 'none',
      textUnderlineOffset: 3,
    }),
  };
  return styles;
};
