import fc from 'fast-check';
import { epochMs, milliseconds, seconds } from '../base/units';
import { splitRange, splitSteps } from './splitRange';

const day = milliseconds(86_400_000);
const at = (days: number) => epochMs(1_795_240_800_000 + days * day);

test('a range is cut into days, and what is left', () => {
  expect(splitRange({ from: at(0), to: at(2.5) }, day)).toEqual([
    { from: at(0), to: at(1) },
    { from: at(1), to: at(2) },
    { from: at(2), to: at(2.5) },
  ]);
});

test('points of a cut range are those of the whole one, each once', () => {
  const pointsOf = ({ from, to }: { from: number; to: number }, step: number) => {
    const points: number[] = [];
    for (let k = 0; from + k * step <= to; k++) {
      points.push(from + k * step);
    }
    return points;
  };
  fc.assert(
    fc.property(
      fc.nat(5000),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 800 }),
      (length, step, longest) => {
        const span = { from: epochMs(1_000), to: epochMs(1_000 + length) };
        const parts = splitSteps(span, seconds(step / 1000), milliseconds(longest));
        expect(parts.flatMap((part) => pointsOf(part, step))).toEqual(pointsOf(span, step));
        expect(parts.every(({ from, to }) => from <= to && to - from <= longest)).toBe(true);
      }
    )
  );
});
