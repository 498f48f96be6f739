import { css } from '@emotion/css';
import { dateTimeFormat, formattedValueToString, getValueFormat, type TimeZone } from '@grafana/data';
import type { DetailQuestions } from '../detailQuestions';
import { AnswerView, Nothing } from './AnswerView';
import { SeriesChart } from './SeriesChart';
import { useAnswer } from './useAnswer';

interface SeriesSectionProps {
  readonly series: NonNullable<DetailQuestions['series']>;
  /** CSS pixels. */
  readonly width: number;
  readonly timeZone: TimeZone | undefined;
}

/** What is scrolled to while it is loading has its chart in view as well. */
const room = css({ minHeight: 150 });

/** One function over time. */
export function SeriesSection({ series: ask, width, timeZone }: SeriesSectionProps) {
  const answer = useAnswer(ask);
  return (
    <div className={room}>
      <AnswerView answer={answer}>
        {(series) => {
          const format = getValueFormat(series.unit);
          return series.timestamps.length === 0 ? (
            <Nothing>Nothing was recorded of this function over time.</Nothing>
          ) : (
            <SeriesChart
              series={series}
              width={width}
              format={(value) => formattedValueToString(format(value))}
              formatTime={(time) => dateTimeFormat(time, { timeZone })}
            />
          );
        }}
      </AnswerView>
    </div>
  );
}
