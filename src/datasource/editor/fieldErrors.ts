import { LARGEST_MAX_NODES } from '../../profile/profileQuery';
import { readDuration } from '../../pyroscope/readDuration';
import { mayHoldVariable } from './variableText';

/** A whole number above zero. Saved queries may hold numbers and texts with variables. */
export function countError(count: number | string | undefined, largest = Infinity): string | undefined {
  if (count === undefined || mayHoldVariable(String(count))) {
    return undefined;
  }
  const value = Number(count);
  if (!Number.isInteger(value) || value < 1) {
    return 'A whole number above zero';
  }
  return value > largest ? `At most ${largest.toLocaleString('en')}` : undefined;
}

export function maxNodesError(maxNodes: number | string | undefined): string | undefined {
  return countError(maxNodes, LARGEST_MAX_NODES);
}

export function expressionError(expression: string): string | undefined {
  if (mayHoldVariable(expression)) {
    return undefined;
  }
  try {
    new RegExp(expression);
    return undefined;
  } catch (error) {
    return `Not a regular expression: ${error instanceof Error ? error.message.replace(/^.*: /, '') : String(error)}`;
  }
}

export function durationError(duration: string): string | undefined {
  const isOne = mayHoldVariable(duration) || (readDuration(duration) ?? 0) > 0;
  return isOne ? undefined : 'A duration such as 90m, 1d or 2w';
}

const idForms = {
  span: { form: /^[0-9a-f]{16}$/i, words: '16 hexadecimal digits' },
  trace: { form: /^[0-9a-f]{32}$/i, words: '32 hexadecimal digits' },
  profile: { form: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, words: 'a UUID' },
};

export function idsError(kind: keyof typeof idForms, ids: readonly string[] | undefined): string | undefined {
  const { form, words } = idForms[kind];
  const wrong = (ids ?? []).find((id) => !mayHoldVariable(id) && !form.test(id));
  return wrong === undefined ? undefined : `${wrong} is no ${kind} id, which is ${words}`;
}
