import type { PprofProfile } from '../../../src/profile/pprof/pprofProfile';
import { ConnectError } from '../http/connectError';
import { PROFILE_NAME, SERVICE_NAME, type Label } from '../labels';
import type { Store } from '../store';
import { addProfile, readPprof } from './addProfile';
import { readCollapsed } from './collapsed';
import { collapsedType } from './collapsedType';
import { readIngestName, type IngestName } from './ingestName';
import { readIngestTime } from './ingestTime';
import { readMultipart } from './multipart';
import { pprofName, readSampleTypeConfig, type SampleTypeConfig } from './pprofName';
import { pprofOfStacks } from './pprofOfStacks';

export interface IngestRequest {
  /** name, from, until, format, spyName, sampleRate (docs: "Server HTTP API", /ingest). */
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What an SDK that says nothing about it samples at, in hertz. */
const DEFAULT_SAMPLE_RATE = 100;

/** Formats that Pyroscope takes here and the store does not. */
const foreignFormats: ReadonlySet<string> = new Set(['jfr', 'trie', 'tree', 'speedscope']);

/**
 * Takes a profile as Pyroscope's older `/ingest` does (pkg/ingester/pyroscope): a pprof, as it is or as the field
 * `profile` of a form, or stacks as text. Without a format and a form it is `groups`.
 *
 * @throws ConnectError if it cannot be read or is refused
 */
export async function ingest(store: Store, { query, contentType, body }: IngestRequest): Promise<void> {
  const name = readIngestName(query.get('name') ?? '');
  const from = readIngestTime(query.get('from'), store.now());
  const format = query.get('format') ?? '';
  const spy = query.get('spyName') || 'unknown';
  const isForm = contentType.includes('multipart/form-data');
  if (foreignFormats.has(format)) {
    throw new ConnectError('unimplemented', `the format ${format} is not supported by this store`);
  }
  if (format === 'pprof' || (isForm && format !== 'lines')) {
    const fields = isForm ? await readMultipart(body, contentType) : new Map([['profile', body]]);
    const config = fields.get('sample_type_config');
    await ingestPprof(store, {
      bytes: fields.get('profile') ?? new Uint8Array(),
      config: config === undefined ? undefined : readSampleTypeConfig(config),
      labels: labelsOf(name.app, name, spy),
      from,
    });
    return;
  }
  const text = new TextDecoder().decode(body);
  ingestText(store, { text, format: format === 'lines' ? 'lines' : 'groups', name, spy, from, query });
}

async function ingestPprof(
  store: Store,
  pushed: {
    readonly bytes: Uint8Array;
    readonly config: SampleTypeConfig | undefined;
    readonly labels: readonly Label[];
    readonly from: number;
  }
): Promise<void> {
  if (pushed.bytes.length === 0) {
    return;
  }
  const pprof = timed(await readPprof(pushed.bytes), pushed.from);
  addProfile(store, {
    labels: [{ name: PROFILE_NAME, value: pprofName(pprof, pushed.config) }, ...pushed.labels],
    pprof,
  });
}

function ingestText(
  store: Store,
  pushed: {
    readonly text: string;
    readonly format: 'groups' | 'lines';
    readonly name: IngestName;
    readonly spy: string;
    readonly from: number;
    readonly query: URLSearchParams;
  }
): void {
  const type = collapsedType(pushed.name.app);
  const stacks = readCollapsed(pushed.text, pushed.format);
  const rate = sampleRateOf(pushed.query);
  const isTime = type.isTime && rate > 0;
  const period = isTime ? Math.floor(1e9 / rate) : 1;
  const cpu = { type: 'cpu', unit: 'nanoseconds' };
  const sampleType = isTime
    ? { type: type.name === 'wall' ? 'wall' : 'cpu', unit: 'nanoseconds' }
    : { type: type.sampleType, unit: type.sampleUnit };
  const pprof = pprofOfStacks({
    sampleTypes: [sampleType],
    ...(isTime ? { periodType: cpu, period } : {}),
    time: pushed.from,
    stacks: stacks.map(({ names, value }) => ({ frames: names, values: [value * period] })),
  });
  const labels = labelsOf(type.app, pushed.name, pushed.spy);
  addProfile(store, { labels: [{ name: PROFILE_NAME, value: type.name }, ...labels], pprof });
}

function labelsOf(service: string, { labels }: IngestName, spy: string): Label[] {
  const hasService = labels.some(({ name }) => name === SERVICE_NAME);
  return [
    { name: 'pyroscope_spy', value: spy },
    ...(hasService ? [] : [{ name: SERVICE_NAME, value: service }]),
    ...labels.filter(({ name }) => name !== 'pyroscope_spy'),
  ];
}

/** Some SDKs leave the time out, or write it in microseconds, which then is a day of 1970: `from` stands in. */
function timed(pprof: PprofProfile, from: number): PprofProfile {
  const isIn1970 = pprof.timeNanos < 31_536_000n * 1_000_000_000n;
  return isIn1970 ? { ...pprof, timeNanos: BigInt(Math.round(from * 1000)) * 1000n } : pprof;
}

function sampleRateOf(query: URLSearchParams): number {
  const text = query.get('sampleRate') ?? '';
  return /^\d+$/.test(text) ? Number(text) : DEFAULT_SAMPLE_RATE;
}
