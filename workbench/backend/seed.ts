import { encodePprof } from '../../src/profile/pprof/encodePprof';
import { pprofOfStacks } from './ingest/pprofOfStacks';
import { push } from './ingest/push';
import type { PushedSeries } from './ingest/pushRequest';
import type { Label } from './labels';
import {
  checkoutProfiles,
  LEAK,
  ordersProfiles,
  SAMPLE_NANOSECONDS,
  sessionStoreProfiles,
  storefrontProfiles,
  type SeedMoment,
  type SeedProfile,
} from './seedData/seedPods';
import type { Store } from './store';

const MINUTE = 60_000;

/** What is true of every seeded store, whenever it is seeded. Times are in milliseconds, before `SeedTruth.end`. */
export const SEED = {
  /** Every pod sends each of its profiles this often. */
  intervalMs: 15_000,
  lengthMs: 30 * MINUTE,
  /** A profile is taken this long after its interval begins: never on a whole interval, where two steps would meet. */
  offsetMs: 4_000,
  spike: {
    service: 'checkout',
    pod: 'checkout-7d9f-a',
    endpoint: '/pay',
    /** The function that the spike is spent in. */
    functionName: 'main.checkFraud',
    beginsMsBefore: 12 * MINUTE,
    lastsMs: 2 * MINUTE,
    /** On top of what the pod uses all the time. */
    cores: 1.5,
  },
  leak: { service: 'session-store', functionName: 'main.cloneSession', ...LEAK },
  /** Only version 1.9.0 of checkout calls it. */
  newFunction: { service: 'checkout', version: '1.9.0', functionName: 'main.computeLoyaltyBonus' },
  pods: [
    { service: 'checkout', pod: 'checkout-7d9f-a', region: 'eu-west-1', version: '1.9.0', cores: 0.4 },
    { service: 'checkout', pod: 'checkout-7d9f-b', region: 'us-east-1', version: '1.8.0', cores: 0.3 },
    { service: 'session-store', pod: 'session-store-0', region: 'eu-west-1', version: '2.3.1', cores: 0.1 },
    { service: 'orders', pod: 'orders-0', region: 'ap-south-1', version: '4.0.7', cores: 0.6 },
    { service: 'storefront', pod: 'storefront-0', region: 'us-east-1', version: '12.1.0', cores: 0.25 },
  ],
} as const;

type SeedPod = (typeof SEED.pods)[number];

/** A pod's CPU goes up and down by this part of its usual level, in waves of this length. */
const WAVE = 0.2;
const WAVE_MS = 20 * MINUTE;

/** What is true of one seeded store. Milliseconds since the Unix epoch. */
export interface SeedTruth {
  /** The stretch that the profiles cover, on whole intervals: all were taken in [start, end). */
  readonly start: number;
  readonly end: number;
  readonly spike: { readonly start: number; readonly end: number };
}

/**
 * Pushes half an hour of made-up profiles of four services into a store, as their SDKs would, the last one just before
 * `now`. The same for the same `now`, and but for its times for every other one.
 */
export async function seedStore(store: Store, { now }: { readonly now: number }): Promise<SeedTruth> {
  const end = Math.floor(now / SEED.intervalMs) * SEED.intervalMs;
  const start = end - SEED.lengthMs;
  const spikeStart = end - SEED.spike.beginsMsBefore;
  const truth = { start, end, spike: { start: spikeStart, end: spikeStart + SEED.spike.lastsMs } };
  for (let interval = start; interval < end; interval += SEED.intervalMs) {
    const series = SEED.pods.flatMap((pod) => seriesOf(pod, interval, truth));
    await push(store, { series });
  }
  return truth;
}

/** CPU time, in nanoseconds, of the profile that a pod sends of the interval that begins at `interval`. */
export function seededCpu(pod: SeedPod, interval: number, truth: SeedTruth): number {
  const { samples, spikeSamples } = momentOf(pod, interval, truth);
  return (samples + spikeSamples) * SAMPLE_NANOSECONDS;
}

function momentOf(pod: SeedPod, interval: number, truth: SeedTruth): SeedMoment {
  const samplesOfACore = (SEED.intervalMs * 1e6) / SAMPLE_NANOSECONDS;
  const wave = 1 + WAVE * Math.sin((2 * Math.PI * (interval - truth.start)) / WAVE_MS);
  const inSpike = pod.pod === SEED.spike.pod && interval >= truth.spike.start && interval < truth.spike.end;
  return {
    samples: Math.round(pod.cores * wave * samplesOfACore),
    spikeSamples: inSpike ? SEED.spike.cores * samplesOfACore : 0,
    seconds: (interval - truth.start) / 1000,
  };
}

function seriesOf(pod: SeedPod, interval: number, truth: SeedTruth): PushedSeries[] {
  const moment = momentOf(pod, interval, truth);
  const labels: Label[] = [
    { name: 'service_name', value: pod.service },
    { name: 'namespace', value: 'shop' },
    { name: 'pod', value: pod.pod },
    { name: 'region', value: pod.region },
    { name: 'version', value: pod.version },
  ];
  return profilesOf(pod, moment).map(({ name, ...profile }) => ({
    labels: [{ name: '__name__', value: name }, ...labels],
    samples: [
      {
        id: '',
        rawProfile: encodePprof(
          pprofOfStacks({ ...profile, time: interval + SEED.offsetMs, durationMs: SEED.intervalMs })
        ),
      },
    ],
  }));
}

function profilesOf(pod: SeedPod, moment: SeedMoment): SeedProfile[] {
  switch (pod.service) {
    case 'checkout':
      return checkoutProfiles(moment, pod.version);
    case 'session-store':
      return sessionStoreProfiles(moment);
    case 'orders':
      return ordersProfiles(moment);
    case 'storefront':
      return storefrontProfiles(moment, (SEED.intervalMs * 1e6) / SAMPLE_NANOSECONDS);
  }
}
