import { epochMs, type TimeSpan } from '../../base/units';
import type { PyroscopeClient } from '../../pyroscope/client';
import { labelNames, labelValues, profileTypeIds, type LabelScope } from '../variables/labelLookup';

/** Asking again and again while somebody types is of no use; what appeared a minute ago can wait as long. */
const KEEP_MS = 60_000;
/** Time ranges are compared by the minute, or "last hour" would be another range at every keystroke. */
const ROUND_MS = 60_000;
const MOST_KEPT = 100;

interface Kept {
  readonly values: Promise<string[]>;
  readonly until: number;
}

/** What editors offer to choose from. Answers are kept for a minute; failures are not. Rejects with a ProblemError. */
export class Suggestions {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly client: PyroscopeClient,
    private readonly now: () => number = Date.now
  ) {}

  profileTypes(scope: LabelScope): Promise<string[]> {
    return this.keep('types', rounded(scope), (asked) => profileTypeIds(this.client, asked, neverAborted()));
  }

  labelNames(scope: LabelScope): Promise<string[]> {
    return this.keep('names', rounded(scope), (asked) => labelNames(this.client, asked, neverAborted()));
  }

  labelValues(name: string, scope: LabelScope): Promise<string[]> {
    return this.keep(`values ${name}`, rounded(scope), (asked) =>
      labelValues(this.client, name, asked, neverAborted())
    );
  }

  private keep(what: string, scope: LabelScope, ask: (scope: LabelScope) => Promise<string[]>): Promise<string[]> {
    const key = JSON.stringify([what, scope]);
    const known = this.kept.get(key);
    if (known !== undefined && known.until > this.now()) {
      return known.values;
    }
    const values = ask(scope);
    this.kept.delete(key);
    this.kept.set(key, { values, until: this.now() + KEEP_MS });
    // The first key is the oldest.
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) {
      this.kept.delete(oldest);
    }
    values.catch(() => this.kept.delete(key));
    return values;
  }
}

function rounded(scope: LabelScope): LabelScope {
  return { ...scope, span: roundedSpan(scope.span) };
}

function roundedSpan({ from, to }: TimeSpan): TimeSpan {
  return {
    from: epochMs(Math.floor(from / ROUND_MS) * ROUND_MS),
    to: epochMs(Math.ceil(to / ROUND_MS) * ROUND_MS),
  };
}

/** What is asked for one keystroke is good for the next. */
function neverAborted(): AbortSignal {
  return new AbortController().signal;
}
