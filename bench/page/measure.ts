/** Middle one of the times, in milliseconds, that an action takes; run once before that is measured. */
export async function median(times: number, action: () => unknown): Promise<number> {
  action();
  const measured: number[] = [];
  for (let run = 0; run < times; run++) {
    await afterPaint();
    const start = performance.now();
    action();
    measured.push(performance.now() - start);
  }
  return middle(measured);
}

/** The same of the time from an action until what it changed has been painted. */
export async function medianToPaint(times: number, action: () => unknown): Promise<number> {
  const measured: number[] = [];
  for (let run = 0; run < times; run++) {
    await afterPaint();
    await afterPaint();
    const start = performance.now();
    action();
    await afterPaint();
    measured.push(performance.now() - start);
  }
  return middle(measured);
}

/**
 * The same of the main thread's time alone: the action, the tasks that it causes, and the work of the next frame, but
 * not the waiting for that frame.
 */
export async function medianOfWork(times: number, action: (run: number) => unknown): Promise<number> {
  const measured: number[] = [];
  for (let run = 0; run < times; run++) {
    await afterPaint();
    const start = performance.now();
    action(run);
    await nextTask();
    const afterTasks = performance.now();
    const frameStart = await nextFrameStart();
    await nextTask();
    measured.push(afterTasks - start + (performance.now() - frameStart));
  }
  return middle(measured);
}

export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function nextFrameStart(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
}

/** Resolves in the first task after the next frame was painted. */
export async function afterPaint(): Promise<void> {
  await nextFrameStart();
  await nextTask();
}

const channel = new MessageChannel();
let waiting: Array<() => void> = [];
channel.port1.onmessage = () => {
  const run = waiting;
  waiting = [];
  run.forEach((resolve) => resolve());
};

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(0);
  });
}
