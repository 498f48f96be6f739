import { ProblemError, type Problem } from '../../base/problem';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { LARGEST_MAX_NODES } from '../../profile/profileQuery';
import { parseProfileTypeId } from '../../pyroscope/profileTypeId';

/* What can be found wrong with a field of a query without asking the backend. All throw a ProblemError. */

export function badRequest(sentence: string): ProblemError {
  return new ProblemError({ kind: 'bad-request', sentence });
}

/** The value, if it is one of those that the field may have; undefined for none. */
export function checkedChoice<T extends string>(
  value: string | undefined,
  choices: readonly T[],
  name: string
): T | undefined {
  if (value === undefined || value === '') {
    return undefined;
  }
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw badRequest(`The ${name} "${value}" is not known: choose ${alternatives(choices)}.`);
  }
  return found;
}

/** Empty: the data source chooses. */
export function checkedProfileType(id: string): string {
  if (id !== '' && parseProfileTypeId(id) === undefined) {
    throw new ProblemError({
      kind: 'bad-profile-type',
      sentence: id.includes(',')
        ? `A query takes one profile type, not several (${id}): choose one, or add a query for each.`
        : `The profile type "${id}" cannot be read: choose one from the list, such as process_cpu:cpu:nanoseconds:cpu:nanoseconds.`,
    });
  }
  return id;
}

/** Profile types whose values are added up, or compared, have to count the same thing in the same way. */
export function checkTypesAlike(ids: readonly string[], purpose: 'added up' | 'compared'): void {
  const [first, ...others] = ids.map((id) => describeProfileType(id));
  const unlike = others.find(
    ({ sampleUnit, aggregation }) => sampleUnit !== first.sampleUnit || aggregation !== first.aggregation
  );
  if (first === undefined || unlike === undefined) {
    return;
  }
  const differ =
    unlike.sampleUnit === first.sampleUnit
      ? 'one adds up over time and the other is a level'
      : `one is in ${first.sampleUnit}, the other in ${unlike.sampleUnit}`;
  throw new ProblemError({
    kind: 'bad-profile-type',
    sentence: `${first.label} and ${unlike.label} cannot be ${purpose}, because ${differ}: choose profile types of one unit.`,
  });
}

export function checkedCount(value: number | undefined, name: string): number | undefined {
  // As with the backend, zero means that there is none.
  if (value === undefined || value === 0) {
    return undefined;
  }
  if (!Number.isInteger(value) || value < 0) {
    throw badRequest(`The ${name} is not a whole number above zero: correct it, or leave it empty.`);
  }
  return value;
}

export function checkedMaxNodes(maxNodes: number | undefined): number | undefined {
  if (maxNodes !== undefined && maxNodes > LARGEST_MAX_NODES) {
    const problem: Problem = {
      kind: 'too-many-nodes',
      sentence: `A flame graph has at most ${LARGEST_MAX_NODES.toLocaleString('en')} nodes, not ${maxNodes.toLocaleString('en')}: lower the query's maximum of nodes.`,
    };
    throw new ProblemError(problem);
  }
  return maxNodes;
}

const idForms = {
  span: [/^[0-9a-f]{16}$/i, '16 hexadecimal digits'],
  trace: [/^[0-9a-f]{32}$/i, '32 hexadecimal digits'],
  profile: [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'a UUID such as 7c9e6679-7425-40de-944b-e07fc1f90ae7'],
} as const;

export function checkedIds(
  ids: readonly string[] | undefined,
  kind: keyof typeof idForms
): readonly string[] | undefined {
  const [form, words] = idForms[kind];
  const wrong = ids?.find((id) => !form.test(id));
  if (wrong !== undefined) {
    throw badRequest(`"${wrong}" is no ${kind} id, which is ${words}: correct or remove it.`);
  }
  return ids;
}

/** As regular expressions are written for labels, `(?i)` for any case in front of them. Matches any part of a name. */
export function checkedRegex(text: string | undefined): RegExp | undefined {
  if (text === undefined || text === '') {
    return undefined;
  }
  const ignoresCase = text.startsWith('(?i)');
  try {
    return new RegExp(ignoresCase ? text.slice('(?i)'.length) : text, ignoresCase ? 'iu' : 'u');
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : String(error);
    throw badRequest(`The expression for function names cannot be read (${reason}): correct it.`);
  }
}

function alternatives(choices: readonly string[]): string {
  return choices.length < 2 ? choices.join() : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}
