import { css } from '@emotion/css';
import { useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2, useTheme2 } from '@grafana/ui';
import type { CallEdge, SidedValue } from '../../../profile/functionDetails';
import { displayName } from '../../layout/displayName';
import { fitLabel } from '../../layout/fitLabel';
import { labelForms } from '../../layout/labelForms';
import { formatShare } from '../../view/formatShare';
import { ELIDED } from '../elided';
import { partOf } from '../plainColumns';
import { useMeasureText } from '../useMeasureText';
import { Nothing } from './AnswerView';
import { BarRow, BarTable } from './BarRow';
import { type ComparedBy, comparedCells } from './comparedCells';

/** More are shown when asked for. */
const FIRST_EDGES = 8;

/** CSS pixels of the numbers beside a name, and the least that the name gets. */
const WIDTH_OF_VALUES = 190;
const WIDTH_OF_COMPARISON = 260;
const LEAST_NAME = 90;

interface CallListProps extends ComparedBy {
  readonly label: string;
  readonly edges: readonly CallEdge[];
  /** What flows through the function in all. */
  readonly whole: SidedValue;
  /** CSS pixels. */
  readonly width: number;
  readonly onChoose: (functionName: string) => void;
  /** What it means that there are none. */
  readonly none: string;
}

/** The functions at the other ends of a function's calls, and what flows over these. */
export function CallList(props: CallListProps) {
  const { label, edges, whole, width, format, onChoose, none } = props;
  const styles = useStyles2(getStyles);
  const { fontSize, fontFamily } = useTheme2().typography;
  const measure = useMeasureText(`${fontSize}px ${fontFamily}`);
  const [showsAll, setShowsAll] = useState(false);
  if (edges.length === 0) {
    return <Nothing>{none}</Nothing>;
  }
  const isCompared = whole.right !== undefined;
  const nameWidth = Math.max(LEAST_NAME, width - (isCompared ? WIDTH_OF_COMPARISON : WIDTH_OF_VALUES));
  const shown = showsAll ? edges : edges.slice(0, FIRST_EDGES);
  return (
    <>
      <BarTable
        label={label}
        titles={['Function', ...(isCompared ? ['Baseline', 'Compared', 'Change'] : ['Value', 'of function'])]}
      >
        {shown.map(({ name, func, isCut, total, right = 0 }) => (
          <BarRow
            key={`${func} ${isCut}`}
            bar={Math.max(partOf(total, whole.value), partOf(right, whole.right ?? 0))}
            name={
              isCut ? (
                <i title={ELIDED.title}>{ELIDED.label}</i>
              ) : (
                <button type="button" className={styles.link} title={displayName(name)} onClick={() => onChoose(name)}>
                  <bdi>{fitLabel(labelForms(name), nameWidth, measure) || displayName(name)}</bdi>
                </button>
              )
            }
            cells={
              isCompared
                ? comparedCells(total, right, props)
                : [{ text: format(total) }, { text: formatShare(total, whole.value), tone: 'quiet' }]
            }
          />
        ))}
      </BarTable>
      {edges.length > FIRST_EDGES && (
        <Button size="sm" variant="secondary" fill="text" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show fewer' : `Show all ${edges.length.toLocaleString()}`}
        </Button>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  link: css({
    maxWidth: '100%',
    padding: 0,
    border: 'none',
    background: 'transparent',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: theme.colors.text.link,
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
  }),
});
