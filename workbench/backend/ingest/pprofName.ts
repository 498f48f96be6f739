import type { PprofProfile } from '../../../src/profile/pprof/pprofProfile';
import { invalidArgument } from '../http/connectError';

/** The part of `sample_type_config` that names profiles: sample type -> what to take it for. */
export type SampleTypeConfig = Readonly<Record<string, { readonly displayName?: string }>>;

/** Pyroscope's own (pkg/og/storage/tree/pprof.go), for SDKs that send none. */
const defaultConfig: SampleTypeConfig = {
  samples: { displayName: 'cpu' },
  goroutine: { displayName: 'goroutines' },
  contentions: { displayName: 'mutex_count' },
  delay: { displayName: 'mutex_duration' },
};

/**
 * The name of a pprof that came through `/ingest`, which is the first part of its profile type ids: read off its sample
 * types, as Pyroscope does (pkg/og/convert/pprof/profile.go, metricName). So the heap of Node.js becomes
 * `memory:inuse_space:bytes:inuse_space:bytes`, and its wall profile with CPU time `wall:cpu:nanoseconds:wall:nanoseconds`.
 */
export function pprofName({ sampleTypes }: PprofProfile, config: SampleTypeConfig = defaultConfig): string {
  if (sampleTypes.some(({ type }) => type === 'wall')) {
    return 'wall';
  }
  let last = '';
  for (const { type } of sampleTypes) {
    last = (Object.hasOwn(config, type) ? config[type].displayName : undefined) || type;
    const name = rules.find(([pattern]) => pattern.test(last))?.[1];
    if (name !== undefined) {
      return name;
    }
  }
  return last;
}

const rules: ReadonlyArray<readonly [RegExp, string]> = [
  [/cpu/, 'process_cpu'],
  [/alloc_|inuse_|^space$|^objects$/, 'memory'],
  [/mutex_/, 'mutex'],
  [/block_/, 'block'],
  [/goroutines/, 'goroutines'],
];

/**
 * Reads the form field `sample_type_config`: JSON such as `{"alloc_space": {"units": "bytes", "display-name": "..."}}`.
 *
 * @throws ConnectError for what is no JSON object
 */
export function readSampleTypeConfig(field: Uint8Array): SampleTypeConfig {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(field));
  } catch (error) {
    throw invalidArgument(`sample_type_config: ${String(error)}`, { cause: error });
  }
  if (typeof json !== 'object' || json === null) {
    throw invalidArgument('sample_type_config: not an object');
  }
  const config: Record<string, { displayName?: string }> = {};
  for (const [type, settings] of Object.entries(json) as Array<[string, unknown]>) {
    const name: unknown =
      typeof settings === 'object' && settings !== null && 'display-name' in settings
        ? settings['display-name']
        : undefined;
    config[type] = typeof name === 'string' ? { displayName: name } : {};
  }
  return config;
}
