import { dateTime, type AnnotationQuery, type DataFrame, type DataQueryRequest } from '@grafana/data';
import type { DataSourceInstanceSettings } from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { epochMs } from '../../base/units';
import { ProfilesDataSource } from '../ProfilesDataSource';
import type { ProfilesOptions, ProfilesQuery } from '../profilesQuery';
import { fakeBackend, process } from '../testing/fakeBackend';
import { fakeTemplates } from '../testing/fakeTemplates';
import { annotationSupport } from './annotationSupport';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const START = 1_795_240_800_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Half a core, and four of them from the 30th minute to the 33rd. */
const spiky = (service_name: string) =>
  process({
    type: CPU,
    labels: { service_name },
    from: START - HOUR,
    to: START + HOUR,
    every: 15_000,
    picture: (time) => `main ${time >= START + 30 * MINUTE && time < START + 33 * MINUTE ? 60e9 : 7.5e9}`,
  });

/** As Grafana runs an annotation: the saved one prepared, the answer's columns by their names. */
async function annotate(target: Partial<ProfilesQuery>, client = fakeBackend(spiky('<cart>')).client) {
  const dataSource = new ProfilesDataSource(
    { jsonData: {}, url: '', uid: 'p' } as DataSourceInstanceSettings<ProfilesOptions>,
    { client, templates: fakeTemplates({ service: ['<cart>', 'shop'] }), now: () => START + HOUR }
  );
  const saved = { name: 'a', enable: true, iconColor: 'red', target: { refId: 'Anno', ...target } };
  const query = dataSource.annotations?.prepareQuery?.(saved);
  const [from, to] = [dateTime(START), dateTime(START + HOUR)];
  const request = {
    targets: [query],
    range: { from, to, raw: { from, to } },
    scopedVars: {},
    intervalMs: 36_000,
    maxDataPoints: 100,
  };
  const { data, errors } = await lastValueFrom(dataSource.query(request as unknown as DataQueryRequest<ProfilesQuery>));
  expect(errors).toBeUndefined();
  expect(data).toHaveLength(1);
  const [frame] = data as DataFrame[];
  return Array.from({ length: frame.length }, (_, row) =>
    Object.fromEntries(frame.fields.map(({ name, values }) => [name, values[row] as unknown]))
  );
}

/** Distance in steps from a minute of the range: what is marked begins and ends with a step. */
const stepsFrom = (minute: number, time: unknown) => Math.abs(Number(time) - START - minute * MINUTE) / 45_000;

test('a spike is marked where it is, in words and in the unit of the series', async () => {
  const marks = await annotate({ profileTypeId: CPU, labelSelector: '{service_name="<cart>"}' });
  expect(marks).toHaveLength(1);
  const [{ time, timeEnd, text, tags }] = marks;
  expect(stepsFrom(30, time)).toBeLessThanOrEqual(1);
  expect(stepsFrom(33, timeEnd)).toBeLessThanOrEqual(1);
  expect(text).toMatch(/Spike: 4(\.\d+)? cores, usually 0\.50? cores\.$/);
  expect(tags).toEqual(['spike']);
});

test('each series of a group is marked by its name, which is text and no HTML', async () => {
  const { client } = fakeBackend([...spiky('<cart>'), ...spiky('other')]);
  const marks = await annotate(
    { profileTypeId: CPU, labelSelector: '{service_name=~"$service"}', groupBy: ['service_name'] },
    client
  );
  expect(marks.map(({ text }) => text)).toEqual([expect.stringMatching(/^&lt;cart&gt;: Spike/)]);
  expect(marks[0].tags).toEqual(['spike', '<cart>']);
});

test('a change of level is a step, not a spike', async () => {
  const uploads = process({
    type: CPU,
    labels: { service_name: 'cart' },
    from: START - HOUR,
    to: START + HOUR,
    every: 15_000,
    picture: (time) => `main ${time >= START + 20 * MINUTE ? 30e9 : 7.5e9}`,
  });
  const { client } = fakeBackend(uploads);
  const steps = await annotate({ profileTypeId: CPU, marks: 'steps' }, client);
  expect(steps).toHaveLength(1);
  expect(stepsFrom(20, steps[0].time)).toBeLessThanOrEqual(1);
  expect(steps[0].text).toMatch(/Rise from 0\.50? cores to 2(\.0+)? cores\./);
});

test('throttling is marked as one stretch, whatever the series look like', async () => {
  const { client } = fakeBackend(spiky('cart'));
  const value = JSON.stringify({
    body: {
      periodType: 'hour',
      periodLimitMb: 128,
      limitResetTime: START / 1000 + 3600,
      samplingPeriod: 1,
      samplingRequests: 1,
    },
  });
  const throttled: typeof client = {
    ...client,
    selectSeries: async (question) => [
      {
        labels: [],
        timestamps: new Float64Array(),
        values: new Float64Array(),
        annotations: [1, 2, 3].map((i) => ({
          timestamp: epochMs(question.from + i * question.stepSeconds * 1000),
          key: 'pyroscope.ingest.throttled',
          value,
        })),
      },
    ],
  };
  const marks = await annotate({ profileTypeId: CPU, marks: 'throttling' }, throttled);
  expect(marks).toHaveLength(1);
  expect(marks[0].time).toBe(START);
  expect(marks[0].text).toMatch(/Only a sample .* limit of 128 MiB per hour/);
});

test('a new annotation marks spikes of everything, and one without a query asks nothing', () => {
  expect(annotationSupport.getDefaultQuery?.()).toMatchObject({ marks: 'spikes', labelSelector: '{}' });
  expect(annotationSupport.prepareQuery?.({ name: 'a' } as AnnotationQuery<ProfilesQuery>)).toBeUndefined();
});
