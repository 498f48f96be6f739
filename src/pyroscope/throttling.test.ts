import { epochMs } from '../base/units';
import { readThrottling } from './throttling';

const timestamp = epochMs(1_795_240_800_000);
const key = 'pyroscope.ingest.throttled';

test('the limit that was reached, and until when', () => {
  const value =
    '{"body":{"periodType":"day","periodLimitMb":1024,"limitResetTime":1795305600,"samplingPeriodSec":60,"samplingRequests":1,"usageGroup":"shop"}}';
  expect(readThrottling({ timestamp, key, value })).toEqual({
    period: 'day',
    limitMiB: 1024,
    resetsAt: epochMs(1_795_305_600_000),
    usageGroup: 'shop',
  });
});

test('a limit of the whole tenant has no group', () => {
  const value = '{"body":{"periodType":"hour","periodLimitMb":5,"limitResetTime":0,"usageGroup":""}}';
  expect(readThrottling({ timestamp, key, value })).toEqual({ period: 'hour', limitMiB: 5 });
});

test.each([
  ['another annotation', { key: 'pyroscope.ingest.sampled', value: '{"body":{"periodType":"day","periodLimitMb":1}}' }],
  ['no JSON', { key, value: 'day' }],
  ['no body', { key, value: 'null' }],
  ['another body', { key, value: '{"body":{"periodType":1}}' }],
])('%s is none', (_, annotation) => {
  expect(readThrottling({ timestamp, ...annotation })).toBeUndefined();
});
