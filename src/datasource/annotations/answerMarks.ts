import { FieldType, formattedValueToString, getValueFormat, textUtil, type DataFrame } from '@grafana/data';
import { assertNever } from '../../base/assertNever';
import { seconds } from '../../base/units';
import { isSeriesFrame } from '../../frames/seriesFrames';
import { seriesMarks, throttlingMarks, type AnnotationMark } from '../answers/annotationMarks';
import type { Answering, Target, TargetAnswer } from '../answers/answering';
import { answerTarget } from '../answers/targetAnswer';
import type { MarkedEvents } from '../profilesQuery';

/** What profilers upload in; finer steps hold nothing. */
const SHORTEST_STEP_SECONDS = 15;

/**
 * What stands out in the series of a query, as the frame that Grafana makes annotations of: `time`, `timeEnd`, `text`
 * and `tags`, a row for each mark in order of time. Grafana asks for annotations in a hundred steps, which is what people
 * see as a spike of the range that they look at. Rejects as the series' answer does.
 */
export async function answerMarks(
  answering: Answering,
  target: Target,
  events: MarkedEvents,
  signal: AbortSignal
): Promise<TargetAnswer> {
  const { refId } = target.query;
  switch (events) {
    case 'throttling': {
      const { profileTypeId, labelSelector } = target.query;
      const stepSeconds = seconds(Math.max(SHORTEST_STEP_SECONDS, Math.ceil(target.wantedStep / 1000)));
      const question = { profileTypeId, labelSelector, ...target.span, stepSeconds };
      const marks = await throttlingMarks(answering.client, question, signal);
      return { frames: [marksToFrame(refId, marks)], errors: [] };
    }
    case 'spikes':
    case 'steps': {
      const { frames, errors } = await answerTarget(answering, target, signal);
      const marks = frames.filter(isSeriesFrame).flatMap((frame) => marksIn(frame, events));
      return {
        frames: [
          marksToFrame(
            refId,
            marks.sort((a, b) => a.from - b.from)
          ),
        ],
        errors,
      };
    }
    default:
      return assertNever(events);
  }
}

function marksIn(frame: DataFrame, kind: 'spikes' | 'steps'): AnnotationMark[] {
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  const values = frame.fields.find(({ type }) => type === FieldType.number);
  if (time === undefined || values === undefined) {
    return [];
  }
  const format = getValueFormat(values.config.unit);
  const series = {
    labels: Object.entries(values.labels ?? {}).map(([name, value]) => ({ name, value })),
    timestamps: Float64Array.from(time.values as ArrayLike<number>),
    values: Float64Array.from(values.values as ArrayLike<number | null>, (value) => value ?? NaN),
  };
  const nameOf = () => frame.name ?? '';
  return seriesMarks([series], kind, { write: (value) => formattedValueToString(format(value, 2)), nameOf });
}

function marksToFrame(refId: string, marks: readonly AnnotationMark[]): DataFrame {
  return {
    refId,
    name: 'Marks',
    length: marks.length,
    fields: [
      { name: 'time', type: FieldType.time, config: {}, values: marks.map(({ from }) => from) },
      { name: 'timeEnd', type: FieldType.time, config: {}, values: marks.map(({ to }) => to) },
      // Grafana shows the text of an annotation as HTML, and names of services are text.
      { name: 'text', type: FieldType.string, config: {}, values: marks.map(({ text }) => textUtil.escapeHtml(text)) },
      { name: 'tags', type: FieldType.other, config: {}, values: marks.map(({ tags }) => [...tags]) },
    ],
  };
}
