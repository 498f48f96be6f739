import { epochMs } from '../../base/units';
import { fakeBackend, process } from '../testing/fakeBackend';
import { Suggestions } from './Suggestions';

const NOW = 1_795_240_800_000;
const uploads = process({
  type: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labels: { service_name: 'cart', region: 'eu', __session_id__: '1' },
  from: NOW - 60_000,
  to: NOW,
  every: 15_000,
  picture: 'main 1',
});
const span = (later = 0) => ({ from: epochMs(NOW - 3_600_000 + later), to: epochMs(NOW + later) });

test("the backend's own labels are not offered", async () => {
  const { client } = fakeBackend(uploads);
  expect(await new Suggestions(client).labelNames({ span: span() })).toEqual(['region', 'service_name']);
});

test('typing on within the minute asks nothing more, and a range that moved by seconds is the same', async () => {
  const { client, asked } = fakeBackend(uploads);
  let now = NOW;
  const suggestions = new Suggestions(client, () => now);
  await suggestions.labelValues('region', { span: span(1_000) });
  await suggestions.labelValues('region', { span: span(9_000) });
  expect(asked).toHaveLength(1);
  await suggestions.labelValues('service_name', { span: span() });
  await suggestions.labelValues('region', { span: span(), labelSelector: '{service_name="cart"}' });
  expect(asked).toHaveLength(3);
  now += 61_000;
  await suggestions.labelValues('region', { span: span(1_000) });
  expect(asked).toHaveLength(4);
});

test('a failure is not kept', async () => {
  const { client } = fakeBackend(uploads);
  let fails = true;
  const flaky = {
    ...client,
    labelNames: (...args: Parameters<typeof client.labelNames>) =>
      fails ? Promise.reject(new Error('no')) : client.labelNames(...args),
  };
  const suggestions = new Suggestions(flaky);
  await expect(suggestions.labelNames({ span: span() })).rejects.toThrow('no');
  fails = false;
  expect(await suggestions.labelNames({ span: span() })).toContain('region');
});

test('everything is asked for without a matcher, which the backend answers fastest', async () => {
  const { client, asked } = fakeBackend(uploads);
  const suggestions = new Suggestions(client);
  await suggestions.labelValues('region', { span: span(), labelSelector: ' { } ', profileTypeId: '' });
  await suggestions.profileTypes({ span: span(), labelSelector: '{}' });
  expect(asked).toEqual([
    { method: 'labelValues', question: expect.objectContaining({ matchers: [] }) as unknown },
    { method: 'profileTypes', question: expect.anything() as unknown },
  ]);
});
