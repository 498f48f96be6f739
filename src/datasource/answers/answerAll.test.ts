import { LoadingState, toDataFrame, type DataQueryResponse } from '@grafana/data';
import { answerAll } from './answerAll';
import type { TargetAnswer } from './answering';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const answerOf = (name: string): TargetAnswer => ({ frames: [toDataFrame({ name, fields: [] })], errors: [] });
const namesOf = ({ data }: DataQueryResponse) => (data as Array<{ name: string }>).map(({ name }) => name);
const after = (ms: number, answer: TargetAnswer) =>
  new Promise<TargetAnswer>((resolve) => setTimeout(() => resolve(answer), ms));

async function packets(...asking: Array<Promise<TargetAnswer>>) {
  const told: DataQueryResponse[] = [];
  const all = answerAll(asking, (soFar) => told.push(soFar));
  await jest.advanceTimersByTimeAsync(60_000);
  return [...told, await all].map((packet) => [packet.state, namesOf(packet)]);
}

test('what comes soon comes as one', async () => {
  expect(await packets(after(100, answerOf('A')), after(900, answerOf('B')))).toEqual([[undefined, ['A', 'B']]]);
});

test('a slow query does not keep the others waiting, and the order stays', async () => {
  expect(await packets(after(9000, answerOf('A')), after(5000, answerOf('B')), after(10, answerOf('C')))).toEqual([
    [LoadingState.Loading, ['C']],
    [LoadingState.Loading, ['B', 'C']],
    [undefined, ['A', 'B', 'C']],
  ]);
});

test('nothing is told while there is nothing', async () => {
  expect(await packets(after(9000, answerOf('A')))).toEqual([[undefined, ['A']]]);
});
