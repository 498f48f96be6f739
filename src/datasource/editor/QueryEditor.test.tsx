import '@testing-library/jest-dom';
import {
  DataSourcePluginContextProvider,
  dateTime,
  LoadingState,
  type DataSourceInstanceSettings,
} from '@grafana/data';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { lastValueFrom } from 'rxjs';
import { ProblemError } from '../../base/problem';
import { ProfilesDataSource } from '../ProfilesDataSource';
import type { ProfilesOptions, ProfilesQuery } from '../profilesQuery';
import { fakeBackend, process } from '../testing/fakeBackend';
import { giveLayout } from '../testing/giveLayout';
import { QueryEditor } from './QueryEditor';

// Icons are fetched, and are there some time after the test.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const MEMORY = 'memory:inuse_space:bytes:space:bytes';
const NOW = 1_795_240_800_000;

const upload = (type: string, labels: Record<string, string>) =>
  process({ type, labels, from: NOW - 600_000, to: NOW, every: 60_000, picture: 'main 1' });
const uploads = [
  ...upload(CPU, { service_name: 'cart', region: 'eu', 'k8s.pod': 'a', pyroscope_spy: 'rbspy' }),
  ...upload(MEMORY, { service_name: 'shop', region: 'us', 'k8s.pod': 'b' }),
  ...upload(MEMORY, { service_name: 'shop', region: 'us', 'k8s.pod': 'c' }),
];

// Finding fields by their role takes long in a page this large, on a machine that does other things as well.
jest.setTimeout(30_000);
beforeAll(giveLayout);

interface Shown {
  readonly client?: ReturnType<typeof fakeBackend>['client'];
  /** How long the time range is; it ends now. */
  readonly rangeMs?: number;
  readonly settings?: ProfilesOptions;
  /** What the backend does not have; it has what is not named. Absent: nobody knows. */
  readonly lacks?: readonly string[];
  /** Milliseconds to a point, as the panel asked for the last answer. */
  readonly askedStep?: number;
  /** What Grafana tells of the last answer, below the editor. */
  readonly error?: string;
}

/** The editor in a page that takes over what it changes, with what it changed and how often it ran; once it has found what is there. */
async function show(
  query: Partial<ProfilesQuery>,
  { client = fakeBackend(uploads).client, rangeMs = 600_000, settings = {}, lacks, askedStep, error }: Shown = {}
) {
  const seen = { query: { refId: 'A', ...query }, runs: 0 };
  const instance = { jsonData: settings, url: '', uid: 'p' } as DataSourceInstanceSettings<ProfilesOptions>;
  const datasource = new ProfilesDataSource(instance, {
    client,
    ...(lacks === undefined
      ? {}
      : {
          capabilities: {
            facts: () => Promise.resolve({}),
            supports: (feature: string) => Promise.resolve(lacks.includes(feature) ? 'no' : 'yes'),
          },
        }),
    templates: {
      replace: (text = '') => text.replaceAll('$service', 'cart'),
      getVariables: () => [{ name: 'service' }] as never,
    },
    now: () => NOW,
  });
  const [from, to] = [dateTime(NOW - rangeMs), dateTime(NOW)];
  const range = { from, to, raw: { from: 'now-10m', to: 'now' } };
  const request = {
    requestId: '',
    interval: '',
    range,
    scopedVars: {},
    targets: [],
    timezone: '',
    app: '',
    startTime: 0,
  };
  const data =
    askedStep === undefined && error === undefined
      ? undefined
      : {
          state: LoadingState.Done,
          series: [],
          timeRange: range,
          request: { ...request, intervalMs: askedStep ?? 1000 },
          errors: error === undefined ? undefined : [{ refId: 'A', message: error }],
        };
  function Page() {
    const [current, setCurrent] = useState(seen.query);
    return (
      <QueryEditor
        datasource={datasource}
        query={current}
        range={range}
        data={data}
        onChange={(next) => {
          seen.query = next;
          setCurrent(next);
        }}
        onRunQuery={() => {
          seen.runs++;
        }}
      />
    );
  }
  await act(async () => {
    render(
      <DataSourcePluginContextProvider instanceSettings={instance}>
        <Page />
      </DataSourcePluginContextProvider>
    );
    await new Promise((resolve) => setTimeout(resolve));
  });
  return { seen, datasource, range, user: userEvent.setup() };
}

const field = (name: string) => screen.getByRole('combobox', { name });
const preview = () => screen.getByTestId('query preview');
const DAYS = 86_400_000;

describe('profile type', () => {
  test('is chosen by its name, and the query runs once', async () => {
    const { seen, user } = await show({ labelSelector: '{}', future: 1 } as Partial<ProfilesQuery>);
    await user.click(field('Profile type'));
    await user.click(await screen.findByRole('option', { name: /In-use space/ }));
    expect(seen.query).toMatchObject({ profileTypeId: MEMORY, labelSelector: '{}', future: 1, schemaVersion: 1 });
    expect(seen.runs).toBe(1);
    await waitFor(() => expect(field('Profile type')).toHaveValue('In-use space'));
  });

  test('that the query will show is named where none is chosen', async () => {
    await show({});
    expect(await screen.findByPlaceholderText('CPU (default)')).toBeInTheDocument();
  });

  test('may be a variable', async () => {
    const { seen, user } = await show({});
    await user.type(field('Profile type'), '$type');
    await user.click(await screen.findByRole('option', { name: /\$type/ }));
    expect(seen.query.profileTypeId).toBe('$type');
  });

  test('is explained', async () => {
    const { user } = await show({ profileTypeId: MEMORY });
    await user.click(screen.getByRole('button', { name: 'About the profile type In-use space' }));
    expect(await screen.findByText(/timeline that climbs and never comes back down is a leak/)).toBeInTheDocument();
  });

  test('that the service does not send is marked, and why', async () => {
    const { user } = await show({ profileTypeId: MEMORY, labelSelector: '{service_name="cart"}' });
    expect(await screen.findByText('No in-use space data: the Ruby SDK does not send it.')).toBeInTheDocument();
    await user.click(field('Profile type'));
    expect(await screen.findByText('Not sent by cart')).toBeInTheDocument();
    expect(screen.getByRole('option', { name: /In-use space.*the Ruby SDK does not send it/ })).toBeInTheDocument();
  });

  test('that is sent under another name is one click away', async () => {
    const wall = 'wall:cpu:nanoseconds:wall:nanoseconds';
    const { client } = fakeBackend(upload(wall, { service_name: 'web', pyroscope_spy: 'nodespy' }));
    const { seen, user } = await show({ profileTypeId: CPU, labelSelector: '{service_name="web"}' }, { client });
    expect(await screen.findByText(/the Node.js SDK sends it as "CPU"/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Use CPU of wall' }));
    expect(seen.query.profileTypeId).toBe(wall);
    expect(seen.runs).toBe(1);
    await waitFor(() => expect(screen.queryByText(/sends it as/)).not.toBeInTheDocument());
  });
});

describe('builder', () => {
  test('choosing a service leaves the rest of the selector alone', async () => {
    const { seen, user } = await show({ labelSelector: '{region="eu", service_name="old"}' });
    await user.click(field('Service'));
    await user.click(await screen.findByRole('option', { name: 'shop' }));
    expect(seen.query.labelSelector).toBe('{region="eu", service_name="shop"}');
    expect(seen.runs).toBe(1);
  });

  test('services without the profile type are told apart', async () => {
    const { user } = await show({ profileTypeId: CPU, labelSelector: '{}' });
    await user.click(field('Service'));
    expect(await screen.findByText('Without CPU')).toBeInTheDocument();
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['$service', 'cart', 'shop']);
  });

  test('shows each matcher in the words that say it best', async () => {
    await show({ labelSelector: '{service_name="cart", region=~"eu|us", zone!="", "k8s.pod"=~"a.*"}' });
    expect(field('Service')).toHaveValue('cart');
    expect(field('Operator of region')).toHaveValue('in');
    expect(field('Operator of zone')).toHaveValue('not empty');
    expect(screen.queryByRole('combobox', { name: /Value.* of zone/ })).not.toBeInTheDocument();
    expect(field('Operator of k8s.pod')).toHaveValue('=~');
    expect(field('Value of k8s.pod')).toHaveValue('a.*');
  });

  test('a value of several lines does not look like one word', async () => {
    const { seen, user } = await show({ labelSelector: '{pod="one\\ntwo", region=~"a\\nb|c"}' });
    expect(field('Value of pod')).toHaveValue('one↵two');
    expect(screen.getByText('a↵b')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Remove region' }));
    expect(seen.query.labelSelector).toBe('{pod="one\\ntwo"}');
  });

  test('a label is added with its value, and nothing is asked before it is whole', async () => {
    const { seen, user } = await show({ labelSelector: '{service_name="cart"}' });
    await user.click(screen.getByRole('button', { name: 'Add a label' }));
    await user.click(field('Label'));
    await user.click(await screen.findByRole('option', { name: 'k8s.pod' }));
    expect(seen.runs).toBe(0);
    await user.click(field('Value of k8s.pod'));
    await user.click(await screen.findByRole('option', { name: 'a' }));
    expect(seen.query.labelSelector).toBe('{service_name="cart", "k8s.pod"="a"}');
    expect(seen.runs).toBe(1);
  });

  test('values are those that go with the other matchers, variables first', async () => {
    const { user } = await show({ labelSelector: '{region="us", "k8s.pod"="x"}' });
    await user.click(field('Value of k8s.pod'));
    expect(await screen.findByRole('option', { name: 'b' })).toBeInTheDocument();
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['$service', 'b', 'c']);
  });

  test('several values are chosen, each escaped, and stay a list of values', async () => {
    const { seen, user } = await show({ labelSelector: '{region="us"}' });
    await user.click(field('Operator of region'));
    await user.click(await screen.findByRole('option', { name: /^in is one of/ }));
    expect(seen.query.labelSelector).toBe('{region=~"us"}');
    expect(field('Operator of region')).toHaveValue('in');
    await user.type(field('Values of region'), 'v1.2');
    await user.click(await screen.findByRole('option', { name: /v1\.2/ }));
    expect(seen.query.labelSelector).toBe('{region=~"us|v1\\\\.2"}');
  });

  test('in an expression, a variable is offered so that its values are escaped', async () => {
    const { seen, user } = await show({ labelSelector: '{region=~"e.*"}' });
    await user.click(field('Value of region'));
    await user.click(await screen.findByRole('option', { name: '${service:regex}' }));
    expect(seen.query.labelSelector).toBe('{region=~"${service:regex}"}');
  });

  test('a removed matcher is gone, and the keyboard is not lost', async () => {
    const { seen, user } = await show({ labelSelector: '{region="eu", zone=""}' });
    await user.click(screen.getByRole('button', { name: 'Remove region' }));
    expect(seen.query.labelSelector).toBe('{zone=""}');
    expect(screen.getByRole('button', { name: 'Add a label' })).toHaveFocus();
  });

  test('what fails while values are looked for is said', async () => {
    const { client } = fakeBackend(uploads);
    const problem = new ProblemError({ kind: 'unreachable', sentence: 'The backend cannot be reached.' });
    const { user } = await show(
      { labelSelector: '{region="eu"}' },
      { client: { ...client, labelValues: () => Promise.reject(problem) } }
    );
    // Combobox notes it, too.
    const noted = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await user.click(field('Value of region'));
    expect(await screen.findByText(/Nothing can be suggested. The backend cannot be reached./)).toBeInTheDocument();
    noted.mockRestore();
  });
});

describe('code', () => {
  const code = (query: Partial<ProfilesQuery>, shown?: Shown) => show({ editorMode: 'code', ...query }, shown);

  test('shows the whole query, and the builder shows what was written in it', async () => {
    const { seen, user } = await show({ profileTypeId: CPU, labelSelector: '{region=~"eu|us"}' });
    await user.click(screen.getByRole('radio', { name: 'Code' }));
    expect(field('Query')).toHaveValue(`${CPU}{region=~"eu|us"}`);
    expect(seen.runs).toBe(0);
    await user.clear(field('Query'));
    await user.click(field('Query'));
    await user.paste(`${MEMORY}{\n  service_name="shop",\n  region!~"eu|us"\n}`);
    expect(field('Query')).toHaveValue(`${MEMORY}{service_name="shop", region!~"eu|us"}`);
    await user.click(screen.getByRole('radio', { name: 'Builder' }));
    expect(seen.query).toMatchObject({
      profileTypeId: MEMORY,
      labelSelector: '{service_name="shop", region!~"eu|us"}',
      editorMode: 'builder',
    });
    expect(seen.runs).toBe(1);
    expect(field('Service')).toHaveValue('shop');
    expect(field('Operator of region')).toHaveValue('not in');
  });

  test('is written by keyboard alone, from the profile type to the last value', async () => {
    const { seen, user } = await code({ profileTypeId: '', labelSelector: '{}' });
    await user.clear(field('Query'));
    await user.type(field('Query'), 'in-use');
    await screen.findByRole('option', { name: /inuse_space/ });
    await user.keyboard('{ArrowDown}{Enter}');
    await screen.findByRole('listbox', { name: 'Label names' });
    await user.keyboard('reg');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await user.keyboard('{ArrowDown}{Enter}');
    await screen.findByRole('listbox', { name: 'Values of region' });
    await user.keyboard('{ArrowUp}{Tab}');
    expect(field('Query')).toHaveValue(`${MEMORY}{region="us"}`);
    expect(seen.runs).toBe(0);
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(seen.query).toMatchObject({ profileTypeId: MEMORY, labelSelector: '{region="us"}' });
    expect(seen.runs).toBe(1);
  });

  test('what is wrong is said and marked when the field is left', async () => {
    const { user } = await code({ profileTypeId: CPU, labelSelector: '{}' });
    await user.clear(field('Query'));
    await user.type(field('Query'), `${CPU}{{region=eu`);
    expect(field('Query')).toBeValid();
    await user.tab();
    await waitFor(() => expect(field('Query')).toBeInvalid());
    expect(field('Query')).toHaveAccessibleDescription(/cannot be read at character 52: expected a value in quotes/);
    expect(screen.getByText('eu', { selector: 'mark' })).toBeInTheDocument();
  });

  test('what the answer below says already is marked, and not said again', async () => {
    const error = 'The label selector cannot be read at its character 9: expected a value in quotes.';
    const { user } = await code({ profileTypeId: CPU, labelSelector: '{region=eu}' }, { error });
    expect(field('Query')).toBeInvalid();
    expect(screen.getByText('eu', { selector: 'mark' })).toBeInTheDocument();
    expect(screen.getByText(/cannot be read at/)).not.toBeVisible();
    expect(field('Query')).toHaveAccessibleDescription(/cannot be read at character 52/);
    expect(preview()).toHaveTextContent('Nothing is asked while the selector cannot be read');
    // Of another text nothing is said below yet.
    await user.clear(field('Query'));
    await user.type(field('Query'), '{{pod=eu');
    await user.tab();
    expect(await screen.findByText(/cannot be read at character 6/)).toBeVisible();
  });

  test('is where a selector is that the builder cannot show', async () => {
    await show({ labelSelector: '{$filters}' });
    expect(field('Query')).toHaveValue('{$filters}');
    expect(field('Query')).toBeValid();
    expect(screen.getByText(/a variable stands for a part of its selector/)).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'Builder' })).toBeDisabled();
  });

  test('leaving the field unchanged does not run the query, and Tab leaves it', async () => {
    const { seen, user } = await code({ labelSelector: '{region="eu"}' });
    await user.click(field('Query'));
    await user.tab();
    expect(field('Query')).not.toHaveFocus();
    expect(seen.runs).toBe(0);
  });

  test('labels that cannot be suggested are said to be so', async () => {
    const { client } = fakeBackend(uploads);
    const problem = new ProblemError({ kind: 'unreachable', sentence: 'The backend cannot be reached.' });
    const { user } = await code(
      { labelSelector: '{}' },
      { client: { ...client, labelNames: () => Promise.reject(problem) } }
    );
    await user.pointer({ keys: '[MouseLeft]', target: field('Query'), offset: 1 });
    expect(await screen.findByText(/can be suggested. The backend cannot be reached./)).toBeInTheDocument();
  });
});

describe('query type', () => {
  const choose = async (user: ReturnType<typeof userEvent.setup>, name: RegExp) => {
    await user.click(field('Query type'));
    await user.click(await screen.findByRole('option', { name }));
  };

  test('a comparison begins with the day before, and says which side is which', async () => {
    const { seen, user } = await show({ labelSelector: '{service_name="cart"}' });
    await choose(user, /^Comparison/);
    expect(seen.query).toMatchObject({ queryType: 'diff', baseline: { shift: '1d' } });
    expect(screen.getByText(/Left, the baseline: the same query, but 1d earlier/)).toBeInTheDocument();
  });

  test('a baseline may be another service in a range of its own', async () => {
    const { seen, user } = await show({ queryType: 'diff', baseline: { shift: '1d', service: 'shop' } });
    expect(field('Baseline: when')).toHaveValue('1 day earlier');
    await user.click(field('Baseline: when'));
    await user.click(await screen.findByRole('option', { name: 'A range of its own' }));
    expect(seen.query.baseline).toEqual({ service: 'shop', from: 'now-10m-7d', to: 'now-7d' });
    await user.clear(screen.getByLabelText('Baseline: from'));
    await user.type(screen.getByLabelText('Baseline: from'), 'now-8d{Enter}');
    expect(screen.getByText(/of shop, from now-8d to now-7d/)).toBeInTheDocument();
    await user.clear(screen.getByLabelText('Baseline: to'));
    await user.tab();
    expect(screen.getByText('Both ends are needed')).toBeInTheDocument();
  });

  test('a shift that is none is refused where it is typed', async () => {
    await show({ queryType: 'diff', baseline: { shift: 'yesterday' } });
    expect(await screen.findByText('A duration such as 90m, 1d or 2w')).toBeInTheDocument();
  });

  test('functions are asked for by their own time, as series, by name', async () => {
    const { seen, user } = await show({ queryType: 'functions' });
    await user.click(screen.getByRole('radio', { name: 'Total' }));
    await user.click(screen.getByRole('radio', { name: 'Time series' }));
    await user.type(screen.getByLabelText('Name matches'), 'json{Enter}');
    expect(seen.query.functions).toEqual({ by: 'total', as: 'series', name: 'json' });
    expect(preview()).toHaveTextContent('1 profile of ≤ 8,192 nodes for each step');
    await user.type(screen.getByLabelText('Name matches'), '({Enter}');
    expect(screen.getByText(/Not a regular expression/)).toBeInTheDocument();
  });

  test('heatmaps are of profiles or spans', async () => {
    const { seen, user } = await show({ queryType: 'heatmap' });
    await user.click(screen.getByRole('radio', { name: 'Spans' }));
    expect(seen.query.heatmapType).toBe('span');
  });
});

describe('query types', () => {
  const open = async (user: Awaited<ReturnType<typeof show>>['user']) => {
    await user.click(field('Query type'));
    return screen.findByRole('option', { name: /Heatmap/ });
  };

  test('that the backend has no answer to say so, and can be chosen all the same', async () => {
    const { seen, user } = await show({}, { lacks: ['heatmap'] });
    const heatmap = await open(user);
    await waitFor(() => expect(heatmap).toHaveTextContent('Not with this backend (needs v2)'));
    expect(screen.getByRole('option', { name: /Exemplars/ })).not.toHaveTextContent('Not with');
    await user.click(heatmap);
    expect(seen.query.queryType).toBe('heatmap');
  });

  test('of which nobody knows are as they are', async () => {
    const { user } = await show({});
    expect(await open(user)).toHaveTextContent('How profiles or spans spread');
  });
});

describe('options', () => {
  test('that nobody has changed are said to be the defaults', async () => {
    await show({});
    expect(screen.getByRole('button', { name: /Options/ })).toHaveTextContent('Defaults');
    await screen.findByPlaceholderText('CPU (default)');
  });

  test('are summed up while they are closed, and changed when they are open', async () => {
    const { seen, user } = await show({ queryType: 'metrics', groupBy: ['region'], limit: 5 });
    const options = screen.getByRole('button', { name: /Options/ });
    expect(options).toHaveTextContent('by region · at most 5 series');
    await user.click(options);
    expect(screen.queryByLabelText('Max nodes')).not.toBeInTheDocument();
    await user.clear(screen.getByLabelText('Limit'));
    await user.type(screen.getByLabelText('Limit'), '$top');
    await user.type(screen.getByLabelText('Span IDs'), '00f067aa0ba902b7, b7ad6b7169203331{Enter}');
    await user.click(screen.getByLabelText('The rest as one series'));
    await user.click(screen.getByLabelText('Heatmap'));
    expect(preview()).toHaveTextContent('2 series requests, 1 heatmap request');
    await user.type(field('Legend'), 'in {{{{reg');
    await screen.findByRole('option', { name: 'region' });
    await user.keyboard('{ArrowDown}{Enter}{Enter}');
    expect(seen.query).toMatchObject({
      groupBy: ['region'],
      limit: '$top',
      includeRest: true,
      includeHeatmap: true,
      legendFormat: 'in {{region}}',
      spanSelector: ['00f067aa0ba902b7', 'b7ad6b7169203331'],
    });
  });

  test('of values are sums or what the profile type asks for, and a query that was saved as a rate is that', async () => {
    const { seen, user } = await show({ aggregation: 'rate' });
    const toggle = screen.getByRole('button', { name: /Options/ });
    expect(toggle).toHaveTextContent('Defaults');
    await user.click(toggle);
    expect(field('Values')).toHaveValue('Rates');
    await user.click(field('Values'));
    expect((await screen.findAllByRole('option')).map((each) => each.textContent?.slice(0, 5))).toEqual([
      'Rates',
      'SumsO',
    ]);
    await user.click(screen.getByRole('option', { name: /^Sums/ }));
    expect(seen.query.aggregation).toBe('sum');
  });

  test('that cannot be are refused where they are typed', async () => {
    const { user } = await show({
      maxNodes: 2_000_000,
      limit: -1,
      traceIdSelector: ['x'],
      profileIdSelector: ['$profile'],
    });
    await user.click(screen.getByRole('button', { name: /Options/ }));
    expect(screen.getByText('At most 1,048,576')).toBeInTheDocument();
    expect(screen.getByText('A whole number above zero')).toBeInTheDocument();
    expect(screen.getByText('x is no trace id, which is 32 hexadecimal digits')).toBeInTheDocument();
    expect(screen.queryByText(/profile id/)).not.toBeInTheDocument();
  });

  test('Shift+Enter in any field runs what is in it, once', async () => {
    const { seen, user } = await show({});
    await user.click(screen.getByRole('button', { name: /Options/ }));
    await user.type(screen.getByLabelText('Max nodes'), '1024{Shift>}{Enter}{/Shift}');
    expect(seen.query.maxNodes).toBe(1024);
    expect(seen.runs).toBe(1);
  });
});

describe('what will be asked', () => {
  test('is said in one line', async () => {
    await show({ profileTypeId: CPU, labelSelector: '{service_name="cart", region="eu"}', maxNodes: 1024 });
    expect(preview()).toHaveTextContent(
      'CPU of cart with region="eu", last 10 minutes: 1 series request, 1 flame graph of ≤ 1,024 nodes'
    );
    // Until the service's types have been found.
    await screen.findByPlaceholderText('CPU (default)');
  });

  test('in the step that it will be, which uploads make longer than the panel wants', async () => {
    const query = { profileTypeId: CPU, labelSelector: '{service_name="cart"}' };
    const { datasource, range, user } = await show(query, { askedStep: 2000 });
    expect(preview()).toHaveTextContent('last 10 minutes, step about 15s: 1 series');
    const request = { targets: [{ refId: 'A', ...query }], range, intervalMs: 2000, maxDataPoints: 500 };
    await lastValueFrom(datasource.query(request as never));
    // As after an answer, the editor is drawn again.
    await user.click(screen.getByRole('radio', { name: 'Code' }));
    expect(preview()).toHaveTextContent('last 10 minutes, step 1m: 1 series');
  });

  test('about every service over days waits until somebody says so', async () => {
    const { seen, user } = await show({ profileTypeId: CPU, labelSelector: '{}' }, { rangeMs: 3 * DAYS });
    expect(screen.getByText(/profiles of all services over more than a day/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /Options/ }));
    await user.type(screen.getByLabelText('Max nodes'), '1024{Enter}');
    expect(seen.query.maxNodes).toBe(1024);
    expect(seen.runs).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Ask anyway' }));
    expect(seen.runs).toBe(1);
    await user.click(screen.getByRole('button', { name: 'Choose a service' }));
    expect(field('Service')).toHaveFocus();
    await user.click(field('Service'));
    await user.click(await screen.findByRole('option', { name: 'shop' }));
    expect(seen.runs).toBe(2);
    expect(screen.queryByText(/over more than a day/)).not.toBeInTheDocument();
  });

  test('that the settings refuse is said before it is asked', async () => {
    const { user } = await show({ labelSelector: '{}' }, { settings: { requiresSelector: true, maxNodes: 4096 } });
    expect(screen.getByText(/does not answer for every service at once/)).toBeInTheDocument();
    expect(preview()).toHaveTextContent('≤ 4,096 nodes');
    await user.click(screen.getByRole('button', { name: /Options/ }));
    expect(screen.getByPlaceholderText('4096')).toBeInTheDocument();
  });

  test('a variable that names a service is not every service', async () => {
    await show({ labelSelector: '{service_name="$service"}' }, { rangeMs: 3 * DAYS });
    expect(screen.queryByText(/over more than a day/)).not.toBeInTheDocument();
  });
});
