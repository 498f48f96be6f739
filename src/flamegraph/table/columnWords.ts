import type { Basis } from './sortRows';

/** What a column of numbers is called, and what they say. */
export interface ColumnWords {
  readonly title: string;
  /** Begins a sentence. */
  readonly meaning: string;
}

const WORDS: Readonly<Record<Basis, ColumnWords>> = {
  self: { title: 'Self', meaning: 'Spent in the function itself' },
  total: { title: 'Total', meaning: 'Spent in the function and all that it called' },
};

/** A row of a tree that is read from the bottom up has but one number, and it is of another function than the row's. */
const OF_CALLER: ColumnWords = {
  title: 'Value',
  meaning: 'Spent in the outermost row\u2019s function itself, where it was called by way of this one',
};

export function columnWords(basis: Basis, isBottomUp: boolean | undefined): ColumnWords {
  return isBottomUp === true ? OF_CALLER : WORDS[basis];
}
