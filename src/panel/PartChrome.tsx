import type { TimeZone } from '@grafana/data';
import type { TimeSpan } from '../base/units';
import type { TimelineExemplar } from '../timeline/layout/exemplarPlaces';
import { formatLength, formatMoment, formatSpan } from './numberFormats';
import { PartFailure } from './PartFailure';
import { baselineSpans, comparisonWords } from './rangeComparison';
import { RangeStrip } from './RangeStrip';
import { singleName } from './singleName';
import { SingleStrip } from './SingleStrip';
import type { PartProfile, RangeSelection } from './usePartProfile';

/** CSS pixels: below this the buttons are icons, so that a strip stays one line. */
const LEAST_WIDTH_FOR_WORDS = 900;

interface PartChromeProps {
  readonly range: RangeSelection | undefined;
  readonly onRange: (range: RangeSelection | undefined) => void;
  /** Comes before a range. */
  readonly single: TimelineExemplar | undefined;
  readonly onSingle: (single: undefined) => void;
  readonly answer: PartProfile;
  readonly onTryAgain: () => void;
  /** All that there is, and what it is called; `hasWhole`: there is a profile of it. */
  readonly span: TimeSpan;
  readonly wholeName: string;
  readonly hasWhole: boolean;
  readonly canCompare: boolean;
  /** What the button is called that makes the range everybody's. Absent: it cannot. */
  readonly adopt: string | undefined;
  readonly onAdopt: (range: TimeSpan) => void;
  readonly timeZone: TimeZone;
  /** CSS pixels. */
  readonly width: number;
}

/** Between the times and the flame graph: which part of the whole that is of, or why there is none, and the ways back. */
export function PartChrome(props: PartChromeProps) {
  const { range, onRange, single, onSingle, answer, span, wholeName, hasWhole, canCompare, adopt, timeZone } = props;
  const write = (one: TimeSpan) => formatSpan(one, timeZone, span);
  const isNarrow = props.width < LEAST_WIDTH_FOR_WORDS;
  const backTo = range !== undefined ? write(range) : hasWhole ? wholeName : 'the time series';
  if (answer.state === 'failed') {
    const { shown } = answer;
    const ofPart = shown && (shown.single === undefined ? write(shown.span) : singleName(shown.single));
    return (
      <PartFailure
        problem={answer.problem}
        stillShown={ofPart ?? (hasWhole ? wholeName : undefined)}
        clearLabel={single === undefined ? 'Show the whole range' : `Back to ${backTo}`}
        onTryAgain={props.onTryAgain}
        onClear={() => (single === undefined ? onRange(undefined) : onSingle(undefined))}
      />
    );
  }
  if (single !== undefined) {
    const time = formatMoment(single.time, timeZone, span);
    return <SingleStrip {...{ single, time, backTo, isNarrow }} onBack={() => onSingle(undefined)} />;
  }
  if (range === undefined) {
    return null;
  }
  const { comparedWith } = range;
  return (
    <RangeStrip
      selected={write(range)}
      length={formatLength(range)}
      relation={
        comparedWith === undefined
          ? `of ${wholeName}`
          : comparisonWords(comparedWith, wholeName, write(baselineSpans(range, span, 'before')[0]))
      }
      comparedWith={comparedWith}
      onCompare={canCompare ? (next) => onRange({ ...range, comparedWith: next }) : undefined}
      isNarrow={isNarrow}
      adopt={adopt === undefined ? undefined : { label: adopt, onClick: () => props.onAdopt(range) }}
      onClear={() => onRange(undefined)}
    />
  );
}
