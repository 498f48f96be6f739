import {
  dateTime,
  LoadingState,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
} from '@grafana/data';
import { Observable, of, throwError, type Subscriber } from 'rxjs';
import { problemOf } from '../base/problem';
import { epochMs } from '../base/units';
import { rerunTargets } from './rerunTargets';

const span = { from: epochMs(60_000), to: epochMs(120_000) };
const request = {
  requestId: 'Q1',
  range: { from: dateTime(0), to: dateTime(3_600_000), raw: { from: 'now-1h', to: 'now' } },
  interval: '1m',
  intervalMs: 60_000,
  maxDataPoints: 600,
  scopedVars: { service: { text: 'checkout', value: 'checkout' } },
  targets: [{ refId: 'A', query: 'x' }],
} as unknown as DataQueryRequest;

function dataSource(answer: Observable<DataQueryResponse>) {
  const query = jest.fn<Observable<DataQueryResponse>, [DataQueryRequest]>(() => answer);
  return { query, api: { query } as unknown as DataSourceApi };
}
const frame = { refId: 'A', length: 0, fields: [] };

test('the same targets are asked over the new range, with an interval that fits it', async () => {
  const { query, api } = dataSource(of({ data: [frame] }));
  await expect(rerunTargets(api, request, span, new AbortController().signal)).resolves.toEqual([frame]);
  const [asked] = query.mock.calls[0];
  expect(asked.targets).toEqual(request.targets);
  expect([asked.range.from.valueOf(), asked.range.to.valueOf()]).toEqual([60_000, 120_000]);
  expect(asked.intervalMs).toBe(100);
  expect(asked.scopedVars).toMatchObject({ service: { value: 'checkout' }, __interval_ms: { value: 100 } });
  expect(asked.requestId).not.toBe('Q1');
});

test('the answer is what came last, once the data source is done, even if it goes on', async () => {
  const { api } = dataSource(
    new Observable<DataQueryResponse>((subscriber) => {
      subscriber.next({ data: [], state: LoadingState.Loading });
      subscriber.next({ data: [frame], state: LoadingState.Done });
    })
  );
  await expect(rerunTargets(api, request, span, new AbortController().signal)).resolves.toEqual([frame]);
});

test('aborting unsubscribes, which is how a data source hears of it', async () => {
  let subscriber: Subscriber<DataQueryResponse> | undefined;
  const { api } = dataSource(new Observable<DataQueryResponse>((one) => void (subscriber = one)));
  const cancellation = new AbortController();
  const answer = rerunTargets(api, request, span, cancellation.signal);
  expect(subscriber?.closed).toBe(false);
  cancellation.abort();
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  expect(subscriber?.closed).toBe(true);
});

test("an answer that is only an error rejects with the data source's sentence", async () => {
  const { api } = dataSource(of({ data: [], errors: [{ message: 'The label selector is malformed.' }] }));
  const error: unknown = await rerunTargets(api, request, span, new AbortController().signal).catch((e: unknown) => e);
  expect(problemOf(error).sentence).toBe('The label selector is malformed.');
});

test('frames that came with an error are an answer', async () => {
  const { api } = dataSource(of({ data: [frame], errors: [{ message: 'One part failed.' }] }));
  await expect(rerunTargets(api, request, span, new AbortController().signal)).resolves.toEqual([frame]);
});

test('what a data source throws is passed on', async () => {
  const { api } = dataSource(throwError(() => new Error('boom')));
  await expect(rerunTargets(api, request, span, new AbortController().signal)).rejects.toThrow('boom');
});
