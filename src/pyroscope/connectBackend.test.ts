import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { epochMs, seconds } from '../base/units';
import { callTreeToText, textProfile } from '../profile/textProfile';
import { connectBackend } from './connectBackend';
import {
  SelectMergeStacktracesResponseSchema,
  SelectSeriesRequestSchema,
  SelectSeriesResponseSchema,
} from './gen/querier/v1/querier_pb';
import { decodersInPlace } from './profileDecoders';
import { recordedCase, recordedResponse } from './testing/recordings';
import { protoResponse } from './testing/replay';

const { signal } = new AbortController();
const day = 86_400_000;
const question = {
  profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labelSelector: '{}',
  from: epochMs(1_795_240_800_000),
  to: epochMs(1_795_240_800_000 + 2 * day),
};

test('a long range on a busy backend is one answer in the end', async () => {
  let refusals = 2;
  const fetch: typeof globalThis.fetch = async (_, init) => {
    const { start, end } = fromBinary(SelectSeriesRequestSchema, init?.body as Uint8Array);
    if (refusals-- > 0) {
      return new Response('Too many requests', { status: 429, headers: { 'Retry-After': '0' } });
    }
    if (end - start > day) {
      return recordedResponse(recordedCase('errors/range-too-long'));
    }
    const points = [{ timestamp: start, value: 1 }];
    return protoResponse(
      toBinary(SelectSeriesResponseSchema, create(SelectSeriesResponseSchema, { series: [{ points }] }))
    );
  };
  const { client } = connectBackend({ baseUrl: '', fetch, retry: { random: () => 0 } });
  const [series] = await client.selectSeries({ ...question, stepSeconds: seconds(3600) }, signal);
  const hours = Array.from(series?.timestamps ?? [], (time) => (time - question.from) / 3_600_000);
  expect(hours).toEqual([0, 25]);
});

test('profiles are decoded by the given decoders', async () => {
  const message = create(SelectMergeStacktracesResponseSchema, { tree: Uint8Array.of(0, 0, 0) });
  const { client } = connectBackend({
    baseUrl: '',
    fetch: async () => protoResponse(toBinary(SelectMergeStacktracesResponseSchema, message)),
    decoders: { ...decodersInPlace, tree: async () => textProfile('elsewhere 5') },
  });
  expect(callTreeToText(await client.mergeStacktraces(question, signal))).toContain('elsewhere');
});
