import { parseLabelSelector } from '../../pyroscope/labelSelector';
import { parseProfileTypeId } from '../../pyroscope/profileTypeId';
import { DEFAULT_TYPE_IN_CODE, partsOfCode } from './codeText';
import { mayHoldVariable } from './variableText';

/** What cannot be asked in a text, and where: offsets in UTF-16 units, `end` at most the text's length. */
export interface CodeProblem {
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
}

/** The first thing in the text that cannot be asked. What variables are part of cannot be judged. */
export function codeProblem(text: string): CodeProblem | undefined {
  const { types, selectorAt } = partsOfCode(text);
  const wrong = types.find(
    ({ id }) => id !== DEFAULT_TYPE_IN_CODE && !mayHoldVariable(id) && parseProfileTypeId(id) === undefined
  );
  if (wrong !== undefined) {
    return {
      start: wrong.start,
      end: wrong.start + wrong.id.length,
      sentence: `The profile type "${wrong.id}" cannot be read: five parts make one, as in process_cpu:cpu:nanoseconds:cpu:nanoseconds.`,
    };
  }
  const selector = text.slice(selectorAt);
  const parsed = parseLabelSelector(selector.trim() === '' ? '{}' : selector);
  if (parsed.ok || mayHoldVariable(selector)) {
    return undefined;
  }
  const { position = 0, sentence } = parsed.problem;
  const start = Math.min(selectorAt + position, Math.max(0, text.length - 1));
  const word = /^[\w.:-]+|^./su.exec(text.slice(start))?.[0] ?? '';
  // The selector's own count of characters says nothing to whoever sees more than the selector.
  return {
    start,
    end: start + word.length,
    sentence: sentence.replace(/ at its character \d+/, ` at character ${start + 1}`),
  };
}
