import { encodePprof } from '../../../src/profile/pprof/encodePprof';
import type { PprofValueType } from '../../../src/profile/pprof/pprofProfile';
import { pprofOfStacks, type ValuedStack } from '../ingest/pprofOfStacks';
import { push } from '../ingest/push';
import type { Store } from '../store';

const nanoseconds = (type: string): PprofValueType => ({ type, unit: 'nanoseconds' });

export const CPU_TYPE = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';

/** Bytes of a CPU profile with these stacks: `main;parse` -> nanoseconds, or as `ValuedStack`s. */
export function cpuPprof(time: number, stacks: Readonly<Record<string, number>> | readonly ValuedStack[]): Uint8Array {
  const valued = Array.isArray(stacks)
    ? (stacks as readonly ValuedStack[])
    : Object.entries(stacks).map(([stack, value]) => ({ frames: stack.split(';'), values: [value as number] }));
  return encodePprof(
    pprofOfStacks({ sampleTypes: [nanoseconds('cpu')], periodType: nanoseconds('cpu'), time, stacks: valued })
  );
}

/** Pushes one CPU profile as a Go program would. */
export async function pushCpu(
  store: Store,
  {
    time,
    labels = {},
    stacks,
    id = '',
  }: {
    readonly time: number;
    readonly labels?: Readonly<Record<string, string>>;
    readonly stacks: Readonly<Record<string, number>> | readonly ValuedStack[];
    readonly id?: string;
  }
): Promise<void> {
  const all = { __name__: 'process_cpu', service_name: 'shop', ...labels };
  await push(store, {
    series: [
      {
        labels: Object.entries(all).map(([name, value]) => ({ name, value })),
        samples: [{ rawProfile: cpuPprof(time, stacks), id }],
      },
    ],
  });
}
