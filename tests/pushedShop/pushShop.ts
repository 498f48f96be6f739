import { encodePprof } from '../../src/profile/pprof/encodePprof';
import { pprofOfStacks } from '../../workbench/backend/ingest/pprofOfStacks';
import { push } from '../../workbench/backend/ingest/push';
import type { PushedSeries } from '../../workbench/backend/ingest/pushRequest';
import type { Label } from '../../workbench/backend/labels';
import {
  checkoutProfiles,
  LEAK,
  ordersProfiles,
  SAMPLE_NANOSECONDS,
  sessionStoreProfiles,
  storefrontProfiles,
  type ShopMoment,
  type ShopProfile,
} from './shopPods';
import type { Store } from '../../workbench/backend/store';

const MINUTE = 60_000;

/** What is true of every store that it is pushed into, whenever that is. Times are in milliseconds, before `ShopTruth.end`. */
export const SHOP = {
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

type ShopPod = (typeof SHOP.pods)[number];

/** A pod's CPU goes up and down by this part of its usual level, in waves of this length. */
const WAVE = 0.2;
const WAVE_MS = 20 * MINUTE;

/** What is true of one such store. Milliseconds since the Unix epoch. */
export interface ShopTruth {
  /** The stretch that the profiles cover, on whole intervals: all were taken in [start, end). */
  readonly start: number;
  readonly end: number;
  readonly spike: { readonly start: number; readonly end: number };
}

/**
 * Pushes half an hour of made-up profiles of four services into a store, as their SDKs would, the last one just before
 * `now`. The same for the same `now`, and but for its times for every other one.
 */
export async function pushShop(store: Store, { now }: { readonly now: number }): Promise<ShopTruth> {
  const end = Math.floor(now / SHOP.intervalMs) * SHOP.intervalMs;
  const start = end - SHOP.lengthMs;
  const spikeStart = end - SHOP.spike.beginsMsBefore;
  const truth = { start, end, spike: { start: spikeStart, end: spikeStart + SHOP.spike.lastsMs } };
  for (let interval = start; interval < end; interval += SHOP.intervalMs) {
    const series = SHOP.pods.flatMap((pod) => seriesOf(pod, interval, truth));
    await push(store, { series });
  }
  return truth;
}

/** CPU time, in nanoseconds, of the profile that a pod sends of the interval that begins at `interval`. */
export function pushedCpu(pod: ShopPod, interval: number, truth: ShopTruth): number {
  const { samples, spikeSamples } = momentOf(pod, interval, truth);
  return (samples + spikeSamples) * SAMPLE_NANOSECONDS;
}

function momentOf(pod: ShopPod, interval: number, truth: ShopTruth): ShopMoment {
  const samplesOfACore = (SHOP.intervalMs * 1e6) / SAMPLE_NANOSECONDS;
  const wave = 1 + WAVE * Math.sin((2 * Math.PI * (interval - truth.start)) / WAVE_MS);
  const inSpike = pod.pod === SHOP.spike.pod && interval >= truth.spike.start && interval < truth.spike.end;
  return {
    samples: Math.round(pod.cores * wave * samplesOfACore),
    spikeSamples: inSpike ? SHOP.spike.cores * samplesOfACore : 0,
    seconds: (interval - truth.start) / 1000,
  };
}

function seriesOf(pod: ShopPod, interval: number, truth: ShopTruth): PushedSeries[] {
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
          pprofOfStacks({ ...profile, time: interval + SHOP.offsetMs, durationMs: SHOP.intervalMs })
        ),
      },
    ],
  }));
}

function profilesOf(pod: ShopPod, moment: ShopMoment): ShopProfile[] {
  switch (pod.service) {
    case 'checkout':
      return checkoutProfiles(moment, pod.version);
    case 'session-store':
      return sessionStoreProfiles(moment);
    case 'orders':
      return ordersProfiles(moment);
    case 'storefront':
      return storefrontProfiles(moment, (SHOP.intervalMs * 1e6) / SAMPLE_NANOSECONDS);
  }
}
