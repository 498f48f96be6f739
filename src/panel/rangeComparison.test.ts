import { epochMs, type TimeSpan } from '../base/units';
import type { ProfileAnswer } from '../profile/profileSource';
import { callTreeToText, textProfile } from '../profile/textProfile';
import { askComparison } from './askComparison';
import { baselineSpans, comparisonWords } from './rangeComparison';
import type { PartQuestion } from './partQuestion';

const span = (from: number, to: number): TimeSpan => ({ from: epochMs(from), to: epochMs(to) });
const { signal } = new AbortController();

test('the rest is what lies before and after the selection', () => {
  expect(baselineSpans(span(20, 30), span(0, 100), 'rest')).toEqual([span(0, 20), span(30, 100)]);
  expect(baselineSpans(span(0, 30), span(0, 100), 'rest')).toEqual([span(30, 100)]);
  expect(baselineSpans(span(-5, 105), span(0, 100), 'rest')).toEqual([]);
});

test('the time before is as long as the selection, also where it begins before the range', () => {
  expect(baselineSpans(span(20, 30), span(0, 100), 'before')).toEqual([span(10, 20)]);
  expect(baselineSpans(span(5, 30), span(0, 100), 'before')).toEqual([span(-20, 5)]);
});

/** Answers by where a part begins. */
function asking(answers: Readonly<Record<number, ProfileAnswer>>) {
  const compare = jest.fn<Promise<ProfileAnswer>, [TimeSpan, TimeSpan, AbortSignal]>();
  const question: Pick<PartQuestion, 'ask' | 'compare'> = { ask: async ({ from }) => answers[from], compare };
  return { question, compare };
}

test('both parts of the rest are one baseline', async () => {
  const { question } = asking({
    20: { tree: textProfile('main 5') },
    0: { tree: textProfile('main 2') },
    30: { tree: textProfile('main 7\ngc 1') },
  });
  const { tree } = await askComparison(question, span(20, 30), [span(0, 20), span(30, 100)], signal);
  expect(callTreeToText(tree)).toBe(callTreeToText(textProfile('gc 1 -> 0\nmain 9 -> 5')));
});

test('levels are averaged over the rest, each part by its length', async () => {
  const { question } = asking({
    20: { tree: textProfile('main 50'), averagedOver: 3 },
    0: { tree: textProfile('main 10'), averagedOver: 2 },
    30: { tree: textProfile('main 50'), averagedOver: 6 },
  });
  const { tree } = await askComparison(question, span(20, 30), [span(0, 20), span(30, 90)], signal);
  expect(callTreeToText(tree)).toBe(callTreeToText(textProfile('main 40 -> 50')));
});

test('one baseline is left to the data source, which cuts both sides alike', async () => {
  const { question, compare } = asking({});
  compare.mockResolvedValue({ tree: textProfile('main 1 -> 2') });
  await askComparison(question, span(20, 30), [span(10, 20)], signal);
  expect(compare).toHaveBeenCalledWith(span(10, 20), span(20, 30), signal);
});

test('what is compared is said in words', () => {
  expect(comparisonWords('rest', 'the last hour', '')).toBe('compared with the rest of the last hour');
  expect(comparisonWords('before', 'the last hour', '14:00:00 – 14:02:00')).toBe(
    'compared with 14:00:00 – 14:02:00, just before'
  );
});
