import fc from 'fast-check';
import { bisectLeft, nearestIndex } from './bisect';

const ascending = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 })).map((xs) => Float64Array.from(xs).sort());

test('bisectLeft finds what a walk from the left finds', () => {
  fc.assert(
    fc.property(ascending, fc.integer({ min: -1100, max: 1100 }), (column, value) => {
      const walked = column.findIndex((entry) => entry >= value);
      expect(bisectLeft(column, value)).toBe(walked === -1 ? column.length : walked);
    })
  );
});

test('nearestIndex is as near as any entry', () => {
  fc.assert(
    fc.property(ascending, fc.integer({ min: -1100, max: 1100 }), (column, value) => {
      const nearest = nearestIndex(column, value);
      if (column.length === 0) {
        expect(nearest).toBe(-1);
      } else {
        expect(Math.abs(column[nearest] - value)).toBe(Math.min(...Array.from(column, (x) => Math.abs(x - value))));
      }
    })
  );
});
