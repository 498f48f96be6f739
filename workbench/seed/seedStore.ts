import { addProfile } from '../backend/ingest/addProfile';
import { pprofOfStacks } from '../backend/ingest/pprofOfStacks';
import type { Store } from '../backend/store';
import {
  AHEAD,
  files,
  leakingService,
  leakingStacks,
  quiet,
  SEEDED,
  type SeedStack,
  SERVICE,
  SPIKE,
  spike,
  UPLOAD_INTERVAL,
  UPLOAD_OFFSET,
} from './seedProfiles';

/** What a test must know of the seeded profiles, in milliseconds since the Unix epoch. */
export interface SeedTimes {
  readonly from: number;
  readonly to: number;
  readonly spike: { readonly from: number; readonly to: number };
}

/**
 * Puts the made-up shop's last twenty minutes into the store, and the quiet hours that follow: the same at every start,
 * but for when they were.
 */
export function seedStore(store: Store): SeedTimes {
  const to = Math.floor((store.now() - UPLOAD_OFFSET) / UPLOAD_INTERVAL) * UPLOAD_INTERVAL + UPLOAD_OFFSET;
  const from = to - SEEDED;
  const times = { from: to - SPIKE.from, to: to - SPIKE.to };
  for (let time = from + UPLOAD_INTERVAL, upload = 0; time <= to + AHEAD; time += UPLOAD_INTERVAL, upload++) {
    const isSpike = time > times.from && time <= times.to;
    addCpu(store, time, isSpike ? spike : quiet);
    addMemory(store, time, leakingStacks(upload));
  }
  return { from, to, spike: times };
}

function addCpu(store: Store, time: number, stacks: readonly SeedStack[]) {
  const cpu = { type: 'cpu', unit: 'nanoseconds' };
  const pprof = pprofOfStacks({
    sampleTypes: [cpu],
    periodType: cpu,
    period: 10_000_000,
    time,
    durationMs: UPLOAD_INTERVAL,
    stacks: stacks.map(([stack, milliseconds]) => ({ frames: framesOf(stack), values: [milliseconds * 1e6] })),
  });
  addProfile(store, { labels: labelsOf('process_cpu', SERVICE), pprof });
}

function addMemory(store: Store, time: number, stacks: readonly SeedStack[]) {
  const pprof = pprofOfStacks({
    sampleTypes: [{ type: 'inuse_space', unit: 'bytes' }],
    periodType: { type: 'space', unit: 'bytes' },
    period: 524_288,
    time,
    stacks: stacks.map(([stack, bytes]) => ({ frames: framesOf(stack), values: [bytes] })),
  });
  addProfile(store, { labels: labelsOf('memory', leakingService), pprof });
}

function framesOf(stack: string) {
  return stack.split(';').map((name) => ({ name, ...files[name] }));
}

function labelsOf(profile: string, service: string) {
  return [
    { name: '__name__', value: profile },
    { name: 'service_name', value: service },
    { name: 'namespace', value: 'shop' },
    { name: 'pod', value: `${service}-0` },
    { name: 'region', value: 'eu-west-1' },
  ];
}
