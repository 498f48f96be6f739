/** Draws once in the next frame, however often it was asked for until then. */
export interface FrameRequest {
  request(): void;
  /** Nothing is drawn any more, also not what was asked for. */
  cancel(): void;
}

export function createFrameRequest(draw: () => void): FrameRequest {
  let handle: number | undefined;
  let isCancelled = false;
  return {
    request() {
      if (handle === undefined && !isCancelled) {
        handle = requestAnimationFrame(() => {
          handle = undefined;
          draw();
        });
      }
    },
    cancel() {
      isCancelled = true;
      if (handle !== undefined) {
        cancelAnimationFrame(handle);
      }
    },
  };
}
