import type { PprofValueType } from '../../src/profile/pprof/pprofProfile';
import type { ValuedStack } from '../../workbench/backend/ingest/pprofOfStacks';
import { framesOf } from './shopFrames';
import * as services from './shopServices';
import type { WeightedStack } from './shopServices';
import { share } from './share';

/** What a moment asks of a pod. */
export interface ShopMoment {
  /** CPU time of the interval in samples of 10 ms, what the spike takes aside. */
  readonly samples: number;
  /** The same, taken by the spike. */
  readonly spikeSamples: number;
  /** Seconds since the first profile. */
  readonly seconds: number;
}

/** One kind of profile of a pod, as its SDK sends it. */
export interface ShopProfile {
  /** The label `__name__`. */
  readonly name: string;
  readonly sampleTypes: readonly PprofValueType[];
  readonly periodType: PprofValueType;
  readonly period: number;
  readonly stacks: readonly ValuedStack[];
}

export const SAMPLE_NANOSECONDS = 10_000_000;
const MEBIBYTE = 1024 * 1024;

const COUNT = 'count';
const BYTES = 'bytes';
const NANOSECONDS = 'nanoseconds';
const cpuPeriod = { periodType: { type: 'cpu', unit: NANOSECONDS }, period: SAMPLE_NANOSECONDS };
const memoryPeriod = { periodType: { type: 'space', unit: BYTES }, period: 512 * 1024 };

export function checkoutProfiles(moment: ShopMoment, version: string): ShopProfile[] {
  const usual = version === '1.9.0' ? [...services.checkoutCpu, ...services.checkoutLoyalty] : services.checkoutCpu;
  return [
    goCpu([...divide(usual, moment.samples), ...divide(services.checkoutSpike, moment.spikeSamples)]),
    goMemory({
      allocated: divide(services.checkoutMemory, moment.samples * 20_000),
      inUse: divide(services.checkoutMemory, 48 * MEBIBYTE),
    }),
    goroutineProfile(30 + Math.round(moment.samples / 40)),
  ];
}

/** In use at first, and what the leak adds each second. */
export const LEAK = { base: 40 * MEBIBYTE, bytesPerSecond: 128 * 1024 } as const;

export function sessionStoreProfiles(moment: ShopMoment): ShopProfile[] {
  return [
    goCpu(divide(services.sessionStoreCpu, moment.samples)),
    goMemory({
      allocated: divide(services.sessionStoreLeak, 15 * LEAK.bytesPerSecond),
      inUse: [
        ...divide(services.sessionStoreMemory, LEAK.base),
        ...divide(services.sessionStoreLeak, moment.seconds * LEAK.bytesPerSecond),
      ],
    }),
    goroutineProfile(12),
  ];
}

export function ordersProfiles(moment: ShopMoment): ShopProfile[] {
  const allocated = divide(services.ordersAllocations, moment.samples * 60_000);
  return [
    {
      name: 'process_cpu',
      sampleTypes: [{ type: 'cpu', unit: NANOSECONDS }],
      ...cpuPeriod,
      stacks: divide(services.ordersCpu, moment.samples).map(valued((samples) => [samples * SAMPLE_NANOSECONDS])),
    },
    {
      name: 'memory',
      sampleTypes: [
        { type: 'alloc_in_new_tlab_objects', unit: COUNT },
        { type: 'alloc_in_new_tlab_bytes', unit: BYTES },
      ],
      ...memoryPeriod,
      stacks: allocated.map(valued((bytes) => [Math.ceil(bytes / 64), bytes])),
    },
  ];
}

export function storefrontProfiles(moment: ShopMoment, intervalSamples: number): ShopProfile[] {
  const running = divide(services.storefrontRunning, moment.samples);
  const waiting = divide(services.storefrontWaiting, intervalSamples - moment.samples);
  const time = (samples: number) => samples * SAMPLE_NANOSECONDS;
  return [
    {
      name: 'wall',
      sampleTypes: [
        { type: 'samples', unit: COUNT },
        { type: 'wall', unit: NANOSECONDS },
        { type: 'cpu', unit: NANOSECONDS },
      ],
      periodType: { type: 'wall', unit: NANOSECONDS },
      period: SAMPLE_NANOSECONDS,
      stacks: [
        ...running.map(valued((samples) => [samples, time(samples), time(samples)])),
        ...waiting.map(valued((samples) => [samples, time(samples), 0])),
      ],
    },
    {
      name: 'memory',
      sampleTypes: [
        { type: 'inuse_objects', unit: COUNT },
        { type: 'inuse_space', unit: BYTES },
      ],
      periodType: { type: 'inuse_space', unit: BYTES },
      period: 512 * 1024,
      stacks: divide(services.storefrontHeap, 60 * MEBIBYTE).map(valued((bytes) => [Math.ceil(bytes / 80), bytes])),
    },
  ];
}

interface Part {
  readonly stack: WeightedStack;
  readonly units: number;
}

function divide(stacks: readonly WeightedStack[], total: number): Part[] {
  const parts = share(
    total,
    stacks.map(({ weight }) => weight)
  );
  return stacks.map((stack, at) => ({ stack, units: parts[at] }));
}

function valued(values: (units: number) => number[]): (part: Part) => ValuedStack {
  return ({ stack: { stack, endpoint }, units }) => ({
    frames: framesOf(stack),
    values: values(units),
    ...(endpoint === undefined ? {} : { labels: { endpoint } }),
  });
}

function goCpu(parts: readonly Part[]): ShopProfile {
  return {
    name: 'process_cpu',
    sampleTypes: [
      { type: 'samples', unit: COUNT },
      { type: 'cpu', unit: NANOSECONDS },
    ],
    ...cpuPeriod,
    stacks: parts.map(valued((samples) => [samples, samples * SAMPLE_NANOSECONDS])),
  };
}

function goMemory({ allocated, inUse }: { allocated: readonly Part[]; inUse: readonly Part[] }): ShopProfile {
  const objects = (bytes: number) => Math.ceil(bytes / 96);
  return {
    name: 'memory',
    sampleTypes: [
      { type: 'alloc_objects', unit: COUNT },
      { type: 'alloc_space', unit: BYTES },
      { type: 'inuse_objects', unit: COUNT },
      { type: 'inuse_space', unit: BYTES },
    ],
    ...memoryPeriod,
    stacks: [
      ...allocated.map(valued((bytes) => [objects(bytes), bytes, 0, 0])),
      ...inUse.map(valued((bytes) => [0, 0, objects(bytes), bytes])),
    ],
  };
}

function goroutineProfile(count: number): ShopProfile {
  return {
    name: 'goroutines',
    sampleTypes: [{ type: 'goroutine', unit: COUNT }],
    periodType: { type: 'goroutine', unit: COUNT },
    period: 1,
    stacks: divide(services.goroutines, count).map(valued((goroutines) => [goroutines])),
  };
}
