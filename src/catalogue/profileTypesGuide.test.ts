import { readFileSync } from 'node:fs';
import { describeProfileType } from './describeProfileType';
import { instrumentations, spanProfiles, type Instrumentation } from './instrumentation';
import { knownTypes } from './knownTypes';
import { profileTexts } from './profileTexts';
import { measures } from './measures';

/** Cells of the table in the guide whose first heading this is. */
function table(firstHeading: string): string[][] {
  const text = readFileSync('docs/profile-types.md', 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim())
    );
  const start = rows.findIndex(([first]) => first === firstHeading);
  const next = rows.findIndex(([first], i) => i > start + 1 && /^-+$/.test(first));
  return [rows[start], ...rows.slice(start + 2, next < 0 ? undefined : next - 1)];
}

test('the guide explains each name in the words of the catalogue', () => {
  const [, ...rows] = table('name');
  const described = [
    ...new Map(Object.keys(knownTypes).map((id) => [describeProfileType(id).label, describeProfileType(id)])).values(),
  ];
  const expected = described.map(({ id, label, aggregation, series }) => {
    const { meaning, whenToUse, howToRead } = profileTexts(id);
    const inTimeline = aggregation === 'instant' ? `average, ${series.label}` : series.label;
    return [label, meaning, whenToUse, howToRead, inTimeline];
  });
  expect(rows.sort()).toEqual(expected.sort());
});

test('the guide says who sends what as the catalogue does', () => {
  const [heading, ...rows] = table('sends');
  const senders = heading.slice(1) as Instrumentation[];
  expect(senders).toEqual(Object.keys(instrumentations));
  expect(rows).toEqual(
    measures.map((measure) => [measure, ...senders.map((sender) => instrumentations[sender][measure] ?? '')])
  );
});

test('the guide lists every id that is known by name', () => {
  const [, ...rows] = table('id');
  expect(rows.sort()).toEqual(
    Object.keys(knownTypes)
      .map((id) => [`\`${id}\``, describeProfileType(id).label])
      .sort()
  );
});

test('the guide says which languages have span profiles', () => {
  expect(readFileSync('docs/profile-types.md', 'utf8')).toContain(
    `CPU alone, in ${spanProfiles.languages.slice(0, -1).join(', ')} and ${spanProfiles.languages.at(-1)}`
  );
});
