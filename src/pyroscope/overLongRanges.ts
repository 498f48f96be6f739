import { ProblemError } from '../base/problem';
import { epochMs, milliseconds, type Milliseconds, type Seconds, type TimeSpan } from '../base/units';
import type { ProfileQuestion } from '../profile/profileSource';
import { askParts } from './askParts';
import type { FullPyroscopeClient } from './client';
import { joinHeatmaps } from './joinHeatmaps';
import { joinSeries } from './joinSeries';
import { splitRange, splitSteps } from './splitRange';
import { tooLongIn } from './tooLong';
import { treeWorkInPlace, type TreeWork } from './treeWork';

/** A month of days. Nobody waits for more, and the backend has others to serve. */
const MOST_PARTS = 31;
/** Pyroscope's own (pkg/validation/limits.go). */
const USUAL_LIMIT_MS = 86_400_000;

/**
 * The same client, but questions over a longer range than the backend allows at a time (Pyroscope's max_query_length,
 * a day unless it was changed) are asked in parts. How long a part may be is taken from the backend's refusal, once,
 * if it was not given.
 *
 * Parts are put together where that gives what one answer would: series point by point, flame graphs node by node,
 * comparisons side by side, lists of names and labels, heatmaps on common buckets. Each part may have as
 * many nodes as were asked for, so there may be more of them in all. Pprof profiles stay refused.
 *
 * @param longest the longest range of one question, if it is known
 * @param work what puts trees together; there may be many, and large ones
 */
export function overLongRanges(
  client: FullPyroscopeClient,
  longest?: Milliseconds,
  work: TreeWork = treeWorkInPlace
): FullPyroscopeClient {
  let limit = longest;
  /** The longest range that may be asked as it is while nobody knows the limit. */
  let allowed: number = USUAL_LIMIT_MS;
  /** Ends when the backend has answered the first question about a longer one. */
  let trial: Promise<void> | undefined;

  /**
   * Asks by `ask`, and again in shorter parts as long as the backend says that they are too long. While the limit is not
   * known, one question finds it out and others wait, so that a page of panels is refused once and not once a panel.
   */
  async function withinLimit<A>(
    length: number,
    ask: (longest: Milliseconds | undefined) => Promise<A>,
    signal: AbortSignal
  ): Promise<A> {
    for (;;) {
      const tried = limit;
      const isTrial = tried === undefined && length > allowed;
      if (isTrial && trial !== undefined) {
        await trial;
        signal.throwIfAborted();
        continue;
      }
      let endTrial = () => {};
      if (isTrial) {
        trial = new Promise((resolve) => {
          endTrial = resolve;
        });
      }
      try {
        const answer = await ask(tried);
        allowed = Math.max(allowed, length);
        return answer;
      } catch (error) {
        const told = tooLongIn(error)?.allowed;
        if (told === undefined || !(told < (tried ?? Infinity))) {
          // It was not its length that was wrong with it, so that those who wait need not go one by one.
          allowed = signal.aborted ? allowed : Math.max(allowed, length);
          throw error;
        }
        limit = milliseconds(Math.min(told, limit ?? Infinity));
      } finally {
        trial = isTrial ? undefined : trial;
        endTrial();
      }
    }
  }

  /** The answers to the parts of a range, in the order of time. */
  function overRange<A>(
    span: TimeSpan,
    ask: (part: TimeSpan, signal: AbortSignal) => Promise<A>,
    signal: AbortSignal
  ): Promise<A[]> {
    const { from, to } = span;
    return withinLimit(
      to - from,
      (each) => {
        const isLong = each !== undefined && to - from > each;
        return askParts(isLong ? checkedParts(splitRange(span, each), each) : [{ from, to }], ask, signal);
      },
      signal
    );
  }

  /** The same for what has points: parts of whole steps. `askWhole` asks where there is one part only. */
  function overSteps<A>(
    question: TimeSpan & { readonly stepSeconds: Seconds },
    askWhole: () => Promise<A>,
    ask: (part: TimeSpan, signal: AbortSignal) => Promise<A>,
    signal: AbortSignal
  ): Promise<A[]> {
    const { from, to, stepSeconds } = question;
    return withinLimit(
      to - from,
      async (each) =>
        each === undefined || to - from <= each
          ? [await askWhole()]
          : askParts(checkedParts(splitSteps(question, stepSeconds, each), each), ask, signal),
      signal
    );
  }

  async function treeOf(question: ProfileQuestion, signal: AbortSignal) {
    const ask = (part: TimeSpan, stop: AbortSignal) => client.mergeStacktraces({ ...question, ...part }, stop);
    const trees = await overRange(question, ask, signal);
    return trees.length === 1 ? trees[0] : work.merge(trees, signal);
  }

  return {
    ...client,

    async profileTypes(span, signal) {
      const ask = (part: TimeSpan, stop: AbortSignal) => client.profileTypes(part, stop);
      return distinct(await overRange(span, ask, signal), ({ id }) => id);
    },

    async labelNames(question, signal) {
      const ask = (span: TimeSpan, stop: AbortSignal) => client.labelNames({ ...question, span }, stop);
      return distinct(await overRange(question.span, ask, signal), String);
    },

    async labelValues(question, signal) {
      const ask = (span: TimeSpan, stop: AbortSignal) => client.labelValues({ ...question, span }, stop);
      return distinct(await overRange(question.span, ask, signal), String);
    },

    async series(question, signal) {
      const ask = (span: TimeSpan, stop: AbortSignal) => client.series({ ...question, span }, stop);
      return distinct(await overRange(question.span, ask, signal), (labels) =>
        JSON.stringify(labels.map(({ name, value }) => [name, value]))
      );
    },

    async selectSeries(question, signal) {
      if (!(question.stepSeconds > 0)) {
        return client.selectSeries(question, signal);
      }
      // The largest series of a part need not be those of the whole range, so none is left out before the end.
      const ask = (part: TimeSpan, stop: AbortSignal) =>
        client.selectSeries({ ...question, ...part, limit: undefined }, stop);
      const answers = await overSteps(question, () => client.selectSeries(question, signal), ask, signal);
      return answers.length === 1 ? answers[0] : joinSeries(answers, question.limit);
    },

    async selectHeatmap(question, signal) {
      if (!(question.stepSeconds > 0)) {
        return client.selectHeatmap(question, signal);
      }
      const ask = (part: TimeSpan, stop: AbortSignal) =>
        client.selectHeatmap({ ...question, ...laterThanItBegins(part), limit: undefined }, stop);
      const answers = await overSteps(question, () => client.selectHeatmap(question, signal), ask, signal);
      return answers.length === 1 ? answers[0] : joinHeatmaps(answers, question.limit);
    },

    mergeStacktraces: treeOf,

    diff(left, right, signal) {
      const length = Math.max(left.to - left.from, right.to - right.from);
      const ask = async (each: Milliseconds | undefined) => {
        if (each === undefined || length <= each) {
          return client.diff(left, right, signal);
        }
        // As the backend does it, which takes the larger one for both sides.
        const maxNodes = Math.max(left.maxNodes ?? 0, right.maxNodes ?? 0) || undefined;
        const [leftTree, rightTree] = await askParts(
          [left, right],
          (side, stop) => treeOf({ ...side, maxNodes }, stop),
          signal
        );
        return work.diff(leftTree, rightTree, signal);
      };
      return withinLimit(length, ask, signal);
    },
  };
}

/** A heatmap of a range that is one slot long, whose first and last slot are the same, must not be asked as empty. */
function laterThanItBegins({ from, to }: TimeSpan): TimeSpan {
  return { from, to: epochMs(Math.max(to, from + 1)) };
}

function checkedParts(parts: TimeSpan[], each: Milliseconds): TimeSpan[] {
  if (parts.length > MOST_PARTS) {
    const hours = (each / 3_600_000).toLocaleString('en', { maximumFractionDigits: 1 });
    throw new ProblemError({
      kind: 'bad-range',
      sentence: `The backend allows ${hours} h at a time, so this time range would take ${parts.length} requests: choose a shorter one.`,
    });
  }
  return parts;
}

/** What is in any of the lists, each once, in the order in which it first comes. */
function distinct<T>(lists: readonly T[][], keyOf: (item: T) => string): T[] {
  const found = new Map<string, T>();
  for (const item of lists.flat()) {
    const key = keyOf(item);
    if (!found.has(key)) {
      found.set(key, item);
    }
  }
  return [...found.values()];
}
