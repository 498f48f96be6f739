import { act, renderHook } from '@testing-library/react';
import { useOwnTask } from './useOwnTask';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const later = () => act(() => jest.runAllTimers());

test('what is little is there at once', () => {
  const work = jest.fn(() => 'a');
  const { result, rerender } = renderHook(() => useOwnTask(work, true));
  expect(result.current).toEqual({ value: 'a', isBusy: false });
  rerender();
  expect(work).toHaveBeenCalledTimes(1);
});

test('what is much comes later, and until then what was before', () => {
  const [a, b] = [jest.fn(() => 'a'), jest.fn(() => 'b')];
  const { result, rerender } = renderHook(({ work }) => useOwnTask(work, false), { initialProps: { work: a } });
  expect([result.current, a.mock.calls]).toEqual([{ value: undefined, isBusy: true }, []]);
  later();
  expect(result.current).toEqual({ value: 'a', isBusy: false });
  rerender({ work: b });
  expect(result.current).toEqual({ value: 'a', isBusy: true });
  later();
  expect(result.current).toEqual({ value: 'b', isBusy: false });
});

test('what is not wanted any more is never begun', () => {
  const [a, b] = [jest.fn(() => 'a'), jest.fn(() => 'b')];
  const { rerender, unmount } = renderHook(({ work }) => useOwnTask(work, false), { initialProps: { work: a } });
  rerender({ work: b });
  unmount();
  later();
  expect([a.mock.calls.length, b.mock.calls.length]).toEqual([0, 0]);
});
