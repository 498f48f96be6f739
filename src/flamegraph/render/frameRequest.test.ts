import { createFrameRequest } from './frameRequest';

let frames: Array<() => void>;

beforeEach(() => {
  frames = [];
  Object.assign(globalThis, {
    requestAnimationFrame: (draw: () => void) => frames.push(draw),
    cancelAnimationFrame: (handle: number) => (frames[handle - 1] = () => undefined),
  });
});

test('what is asked for many times is drawn once in the next frame, and again when asked again', () => {
  const draw = jest.fn();
  const frame = createFrameRequest(draw);
  frame.request();
  frame.request();
  expect(frames).toHaveLength(1);
  frames[0]();
  expect(draw).toHaveBeenCalledTimes(1);
  frame.request();
  frames[1]();
  expect(draw).toHaveBeenCalledTimes(2);
});

test('what was cancelled is not drawn, nor what is asked for afterwards', () => {
  const draw = jest.fn();
  const frame = createFrameRequest(draw);
  frame.request();
  frame.cancel();
  frame.request();
  frames.forEach((run) => run());
  expect(draw).not.toHaveBeenCalled();
});
