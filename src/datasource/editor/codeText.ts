import type { ProfilesQuery } from '../profilesQuery';
import { finishedSelector } from './completionAt';

/** What a query asks of which profiles, as text: `process_cpu:cpu:nanoseconds:cpu:nanoseconds{service_name="shop"}`. */
export type CodeFields = Pick<ProfilesQuery, 'profileTypeId' | 'otherProfileTypeIds' | 'labelSelector'>;

/** A profile type in the text; `*` stands for the one that the data source chooses. */
export interface TypeInCode {
  readonly id: string;
  readonly start: number;
}

/** Where the parts of the text are. */
export interface CodeParts {
  readonly types: readonly TypeInCode[];
  /** Offset of the selector, or of the end of the text. */
  readonly selectorAt: number;
}

export const DEFAULT_TYPE_IN_CODE = '*';
/** Variables may have braces, which begin a selector otherwise. */
const typeId = /(?:\$\{[^}]*\}|[^\s{}+,="'`~!])+/y;
const space = /\s*/y;
const plus = /\s*\+\s*/y;

/** Takes the text apart without judging it. Several types are joined by `+`. */
export function partsOfCode(text: string): CodeParts {
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const types: TypeInCode[] = [];
  take(space);
  do {
    const start = at;
    const id = take(typeId);
    if (id !== '') {
      types.push({ id, start });
    }
  } while (take(plus) !== '');
  take(space);
  // Somebody who writes no type may leave out the braces, too.
  return types.length === 1 && /[=!]/.test(text[at] ?? '')
    ? { types: [], selectorAt: types[0].start }
    : { types, selectorAt: at };
}

/** The fields that the text stands for, the selector finished as `finishedSelector` does. */
export function readCode(text: string): CodeFields {
  const { types, selectorAt } = partsOfCode(text);
  const [first, ...others] = types.map(({ id }) => id);
  return {
    profileTypeId: first === DEFAULT_TYPE_IN_CODE ? undefined : first,
    otherProfileTypeIds: others.length === 0 ? undefined : others,
    labelSelector: finishedSelector(text.slice(selectorAt)),
  };
}

/** The text that `readCode` reads as these fields. */
export function formatCode({ profileTypeId = '', otherProfileTypeIds = [], labelSelector = '' }: CodeFields): string {
  const selector = labelSelector.trim() === '' ? '{}' : labelSelector.trim();
  const hasBraces = selector.startsWith('{');
  const first =
    profileTypeId === '' && (!hasBraces || otherProfileTypeIds.length > 0) ? DEFAULT_TYPE_IN_CODE : profileTypeId;
  return `${[first, ...otherProfileTypeIds].join(' + ')}${hasBraces ? '' : ' '}${selector}`;
}
