import { ProblemError } from '../../base/problem';
import type { TimeSpan } from '../../base/units';
import { ROOT, type CallTree } from '../../profile/callTree';
import { diffTrees } from '../../profile/diffTrees';
import { mergeTrees } from '../../profile/mergeTrees';
import type { ProfileQuestion } from '../../profile/profileSource';
import { textProfile } from '../../profile/textProfile';
import type { FullPyroscopeClient } from '../../pyroscope/client';
import { parseLabelSelector, type LabelMatcher } from '../../pyroscope/labelSelector';
import { parseProfileTypeId } from '../../pyroscope/profileTypeId';
import type { SelectSeriesQuestion, SeriesColumns } from '../../pyroscope/questions';

/** One profile that a process sent. */
export interface Upload {
  readonly time: number;
  readonly type: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly tree: CallTree;
}

export interface FakeBackend {
  readonly client: FullPyroscopeClient;
  /** What was asked, in order. */
  readonly asked: Array<{ readonly method: keyof FullPyroscopeClient; readonly question: unknown }>;
}

/** Uploads of one process: `picture` every `every` ms, from `from` on and until before `to`. */
export function process(options: {
  readonly type: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly from: number;
  readonly to: number;
  readonly every: number;
  /** A text picture of the profile, the same every time; or one for each time. */
  readonly picture: string | ((time: number) => string);
}): Upload[] {
  const { type, labels, from, to, every, picture } = options;
  return Array.from({ length: Math.ceil((to - from) / every) }, (_, i) => {
    const time = from + i * every;
    return { time, type, labels, tree: textProfile(typeof picture === 'string' ? picture : picture(time)) };
  });
}

/** A backend that holds these uploads and does with them what Pyroscope was seen to do: sums, and nothing but sums. */
export function fakeBackend(uploads: readonly Upload[]): FakeBackend {
  const asked: FakeBackend['asked'] = [];
  const answer = async <T>(
    method: keyof FullPyroscopeClient,
    question: unknown,
    signal: AbortSignal,
    make: () => T
  ) => {
    asked.push({ method, question });
    await Promise.resolve();
    signal.throwIfAborted();
    return make();
  };
  const within = ({ from, to }: TimeSpan) => uploads.filter(({ time }) => time >= from && time <= to);
  const namesOf = (selected: readonly Upload[]) => [...new Set(selected.flatMap(({ labels }) => Object.keys(labels)))];
  const client: FullPyroscopeClient = {
    profileTypes: (span, signal) =>
      answer('profileTypes', span, signal, () =>
        [...new Set(within(span).map(({ type }) => type))]
          .sort()
          .map((id) => parseProfileTypeId(id))
          .filter((type) => type !== undefined)
      ),
    labelNames: (question, signal) =>
      answer('labelNames', question, signal, () => namesOf(selectBy(within(question.span), question.matchers))),
    labelValues: (question, signal) =>
      answer('labelValues', question, signal, () => {
        const values = selectBy(within(question.span), question.matchers).map((upload) =>
          valueOf(upload, question.name)
        );
        return [...new Set(values.filter((value) => value !== ''))];
      }),
    series: (question, signal) =>
      answer('series', question, signal, () =>
        [
          ...new Set(
            selectBy(within(question.span), question.matchers).map(({ labels }) =>
              JSON.stringify(
                Object.entries(labels).filter(
                  ([name]) => question.labelNames.length === 0 || question.labelNames.includes(name)
                )
              )
            )
          ),
        ].map((set) => (JSON.parse(set) as Array<[string, string]>).map(([name, value]) => ({ name, value })))
      ),
    selectSeries: (question, signal) => answer('selectSeries', question, signal, () => sums(uploads, question)),
    selectHeatmap: () => Promise.reject(new ProblemError({ kind: 'unsupported', sentence: 'No heatmaps here.' })),
    mergeStacktraces: (question, signal) =>
      answer('mergeStacktraces', question, signal, () => merged(uploads, question)),
    mergeProfile: () => Promise.reject(new Error('not faked')),
    diff: (left, right, signal) =>
      answer('diff', [left, right], signal, () => diffTrees(merged(uploads, left), merged(uploads, right))),
    profileStats: (signal) => answer('profileStats', null, signal, () => ({ dataIngested: uploads.length > 0 })),
  };
  return { client, asked };
}

/** Both ends of the range are in it, as in Pyroscope. */
function merged(uploads: readonly Upload[], question: ProfileQuestion): CallTree {
  const { profileTypeId, labelSelector, from, to } = question;
  return mergeTrees(
    selectBy(uploads, [labelSelector])
      .filter(({ type, time }) => type === profileTypeId && time >= from && time <= to)
      .map(({ tree }) => tree)
  );
}

function sums(uploads: readonly Upload[], question: SelectSeriesQuestion): SeriesColumns[] {
  const { from, to, stepSeconds, groupBy = [], limit } = question;
  const step = stepSeconds * 1000;
  const groups = new Map<string, { labels: SeriesColumns['labels']; points: Map<number, number>; sum: number }>();
  for (const upload of selectBy(uploads, [question.labelSelector])) {
    const point = from + Math.ceil((upload.time - from) / step) * step;
    if (upload.type !== question.profileTypeId || upload.time <= from - step || point > to) {
      continue;
    }
    const labels = groupBy.map((name) => ({ name, value: valueOf(upload, name) })).filter(({ value }) => value !== '');
    const key = JSON.stringify(labels);
    const group = groups.get(key) ?? { labels, points: new Map<number, number>(), sum: 0 };
    groups.set(key, group);
    const value = upload.tree.total[ROOT];
    group.points.set(point, (group.points.get(point) ?? 0) + value);
    group.sum += value;
  }
  return [...groups.values()]
    .sort((a, b) => b.sum - a.sum)
    .slice(0, limit)
    .map(({ labels, points }) => {
      const sorted = [...points].sort(([a], [b]) => a - b);
      return {
        labels,
        timestamps: Float64Array.from(sorted, ([time]) => time),
        values: Float64Array.from(sorted, ([, value]) => value),
      };
    });
}

function selectBy(uploads: readonly Upload[], selectors: readonly string[]): Upload[] {
  const matchers = selectors.flatMap((selector) => {
    const parsed = parseLabelSelector(selector);
    return parsed.ok ? parsed.matchers : [];
  });
  return uploads.filter((upload) => matchers.every((matcher) => matches(upload, matcher)));
}

function matches(upload: Upload, { name, op, value }: LabelMatcher): boolean {
  const actual = valueOf(upload, name);
  const isEqual = op === '=' || op === '!=' ? actual === value : new RegExp(`^(?:${value})$`).test(actual);
  return op === '=' || op === '=~' ? isEqual : !isEqual;
}

function valueOf({ type, labels }: Upload, name: string): string {
  return name === '__profile_type__' ? type : (labels[name] ?? '');
}
