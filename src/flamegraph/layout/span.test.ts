import { centreOn, isWhole, panBy, panTo, WHOLE_SPAN, zoomAround } from './span';

const NARROWEST = 1e-6;

test('a zoom leaves the place around which it goes where it is', () => {
  const span = zoomAround(WHOLE_SPAN, 0.25, 4, NARROWEST);
  expect(span).toEqual({ from: 0.1875, to: 0.4375 });
  // 0.25 of the whole is still 0.25 of what is seen.
  expect(span.from + 0.25 * (span.to - span.from)).toBe(0.25);
  expect(zoomAround(span, 0.25, 1 / 4, NARROWEST)).toEqual(WHOLE_SPAN);
});

test('it goes neither out of the focus nor further in than can be told apart', () => {
  expect(zoomAround({ from: 0, to: 0.5 }, 1, 0.5, NARROWEST)).toEqual(WHOLE_SPAN);
  const { from, to } = zoomAround(WHOLE_SPAN, 0.5, 1e12, 0.01);
  expect(to - from).toBeCloseTo(0.01, 12);
  expect(zoomAround({ from: 0.5, to: 0.501 }, 0.5, 2, 0.01)).toEqual({ from: 0.5, to: 0.501 });
});

test('panning ends at the edges of the focus, and the width stays', () => {
  const span = { from: 0.25, to: 0.5 };
  expect(panBy(span, 1)).toEqual({ from: 0.5, to: 0.75 });
  expect(panBy(span, 9)).toEqual({ from: 0.75, to: 1 });
  expect(panBy(span, -9)).toEqual({ from: 0, to: 0.25 });
  expect(panBy(WHOLE_SPAN, 0.5)).toEqual(WHOLE_SPAN);
});

test('a box comes into view by the shortest way, and one in view moves nothing', () => {
  const span = { from: 0.25, to: 0.5 };
  expect(panTo(span, { from: 0.3, to: 0.4 })).toEqual(span);
  expect(panTo(span, { from: 0.625, to: 0.75 })).toEqual({ from: 0.5, to: 0.75 });
  expect(panTo(span, { from: 0, to: 0.125 })).toEqual({ from: 0, to: 0.25 });
  expect(panTo(span, { from: 0, to: 1 })).toEqual(span);
  expect(centreOn(span, 0.75)).toEqual({ from: 0.625, to: 0.875 });
});

test('the whole width is known as such', () => {
  expect([isWhole(WHOLE_SPAN), isWhole({ from: 0, to: 0.99 })]).toEqual([true, false]);
});
