import fc from 'fast-check';
import { findSpikes } from './findSpikes';
import { findSteps } from './findSteps';

const STEP = 15_000;
const START = 1_795_240_800_000;
const series = (values: readonly number[]) => ({
  timestamps: values.map((_, at) => START + (at + 1) * STEP),
  values,
});
/** Which steps a mark covers, counted from 0. */
const placesOf = (marks: ReadonlyArray<{ from: number; to: number }>) =>
  marks.map(({ from, to }) => [(from - START) / STEP, (to - START) / STEP - 1]);

const levels = fc.double({ min: 0.1, max: 1e12, noNaN: true });
/** Values within 5 % of a level. */
const noise = (length: number) =>
  fc.array(fc.double({ min: -0.05, max: 0.05, noNaN: true }), { minLength: length, maxLength: length });

test('what only wobbles has no marks', () => {
  fc.assert(
    fc.property(levels, noise(60), (level, wobble) => {
      const values = wobble.map((part) => level * (1 + part));
      expect(findSpikes(series(values))).toEqual([]);
      expect(findSteps(series(values))).toEqual([]);
    })
  );
});

test('a spike is found where it is, and is no step', () => {
  fc.assert(
    fc.property(
      levels,
      noise(60),
      fc.integer({ min: 0, max: 56 }),
      fc.integer({ min: 1, max: 3 }),
      (level, wobble, at, length) => {
        const values = wobble.map((part, i) => level * (1 + part) * (i >= at && i < at + length ? 3 : 1));
        const spikes = findSpikes(series(values));
        expect(placesOf(spikes)).toEqual([[at, at + length - 1]]);
        expect(spikes[0].value / spikes[0].usual).toBeGreaterThan(2);
        expect(findSteps(series(values))).toEqual([]);
      }
    )
  );
});

test('a change of level is found where it is, up or down, and is no spike', () => {
  fc.assert(
    fc.property(levels, noise(60), fc.integer({ min: 12, max: 48 }), fc.boolean(), (level, wobble, at, up) => {
      const values = wobble.map((part, i) => level * (1 + part) * (i >= at === up ? 2 : 1));
      const steps = findSteps(series(values));
      expect(placesOf(steps)).toEqual([[at, at]]);
      expect(steps[0].value > steps[0].usual).toBe(up);
    })
  );
});

test('several changes are several marks', () => {
  const values = Array.from({ length: 80 }, (_, i) => (i < 25 ? 1 : i < 50 ? 4 : 2));
  expect(placesOf(findSteps(series(values)))).toEqual([
    [25, 25],
    [50, 50],
  ]);
});

test('what lasts is no spike', () => {
  const values = Array.from({ length: 80 }, (_, i) => (i >= 30 && i < 45 ? 9 : 1));
  expect(findSpikes(series(values))).toEqual([]);
});

test('marks do not depend on the unit', () => {
  fc.assert(
    fc.property(fc.array(levels, { maxLength: 60 }), (values) => {
      const scaled = values.map((value) => value * 1024);
      expect(placesOf(findSpikes(series(scaled)))).toEqual(placesOf(findSpikes(series(values))));
      expect(placesOf(findSteps(series(scaled)))).toEqual(placesOf(findSteps(series(values))));
    })
  );
});

test('gaps, nothing and a single point are searched without harm', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(levels, fc.constant(NaN), fc.constant(0)), { maxLength: 60 }), (values) => {
      for (const { from, to, value } of [...findSpikes(series(values)), ...findSteps(series(values))]) {
        expect(from).toBeLessThan(to);
        expect(value).not.toBeNaN();
      }
    })
  );
});
