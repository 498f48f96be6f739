import { problemOf } from '../../base/problem';
import type { ProfilesQuery } from '../profilesQuery';
import type { Replace } from './interpolateSelector';
import { interpolateQuery } from './interpolateQuery';
import { readyQuery } from './readyQuery';

const values: Record<string, string | string[]> = {
  type: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  types: ['a:b:count:d:e', 'f:g:count:i:j'],
  labels: ['pod', 'region'],
  top: '5',
  nodes: '1024',
  span: '00f067aa0ba902b7',
  kind: 'metrics',
  word: 'many',
};

const replace: Replace = (text, format) =>
  text.replace(/\$(\w+)/g, (found, name: string) => {
    const value = values[name];
    if (value === undefined) {
      return found;
    }
    return typeof format === 'function' ? format(value, {}) : Array.isArray(value) ? value.join(',') : value;
  });

const query = (fields: Record<string, unknown>) => ({ refId: 'A', ...fields }) as unknown as ProfilesQuery;

function problemIn(fields: Record<string, unknown>, filters: Parameters<typeof readyQuery>[2] = []) {
  try {
    readyQuery(query(fields), replace, filters);
    return undefined;
  } catch (error) {
    return problemOf(error);
  }
}

test('variables are replaced in every field', () => {
  const ready = readyQuery(
    query({
      queryType: '$kind',
      profileTypeId: '$type',
      labelSelector: '{pod="$labels"}',
      groupBy: ['$labels', 'pod'],
      limit: '$top',
      maxNodes: '$nodes',
      spanSelector: ['$span'],
    }),
    replace
  );
  expect(ready).toMatchObject({
    refId: 'A',
    wants: new Set(['series']),
    profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
    labelSelector: '{pod=~"pod|region"}',
    groupBy: ['pod', 'region'],
    limit: 5,
    maxNodes: 1024,
    spanSelector: ['00f067aa0ba902b7'],
    traceIdSelector: undefined,
    profileIdSelector: undefined,
  });
});

test('a query that says nothing asks for both, of everything', () => {
  expect(readyQuery(query({}), replace)).toMatchObject({
    wants: new Set(['profile', 'series']),
    profileTypeId: '',
    labelSelector: '{}',
    groupBy: [],
  });
});

test('filters are added to the selector and replace nothing in it', () => {
  const filters = [
    { key: 'region', operator: '=', value: 'eu"1' },
    { key: 'service_name', operator: '!=', value: 'cart' },
    { key: 'pod', operator: '=|', value: 'a.1', values: ['a.1', 'b'] },
    { key: 'zone', operator: '!=|', value: 'x', values: ['x', 'y'] },
    { key: 'path', operator: '=~', value: '/api/.*' },
    { key: '', operator: '=', value: '' },
  ];
  expect(readyQuery(query({ labelSelector: '{service_name="cart"}' }), replace, filters).labelSelector).toBe(
    '{service_name="cart", region="eu\\"1", service_name!="cart", pod=~"a\\\\.1|b", zone!~"x|y", path=~"/api/.*"}'
  );
});

test('a filter that labels cannot have is refused in words', () => {
  const problem = problemIn({}, [{ key: 'version', operator: '>', value: '1' }]);
  expect(problem).toMatchObject({ kind: 'bad-selector' });
  expect(problem?.sentence).toContain('version > 1');
});

test('a selector that cannot be read is refused with the position', () => {
  expect(problemIn({ labelSelector: '{service_name=cart}' })).toMatchObject({ kind: 'bad-selector', position: 14 });
});

test.each([
  [{ profileTypeId: 'cpu' }, 'bad-profile-type', '"cpu"'],
  [{ profileTypeId: '$types' }, 'bad-profile-type', 'one profile type, not several'],
  [{ queryType: 'trace' }, 'bad-request', '"trace"'],
  [{ limit: '$word' }, 'bad-request', 'limit of series'],
  [{ limit: -1 }, 'bad-request', 'limit of series'],
  [{ maxNodes: 2_000_000 }, 'too-many-nodes', '1,048,576'],
])('%p is refused', (fields, kind, said) => {
  const problem = problemIn(fields);
  expect(problem?.kind).toBe(kind);
  expect(problem?.sentence).toContain(said);
});

test.each([
  [{ otherProfileTypeIds: ['cpu'] }, '"cpu" cannot be read'],
  [{ aggregation: 'median' }, 'aggregation "median" is not known: choose rate, sum or average'],
  [{ heatmapType: 'many' }, 'heatmap type "many"'],
  [{ functions: { by: 'calls' } }, 'order of functions "calls" is not known: choose self or total'],
  [{ functions: { as: 'pie' } }, 'form of functions "pie"'],
  [{ functions: { name: '(' } }, 'expression for function names cannot be read'],
  [{ groupProfileBy: '$labels' }, 'split by one label, not several (pod,region)'],
  [{ spanSelector: ['42'] }, '"42" is no span id, which is 16 hexadecimal digits'],
  [{ traceIdSelector: ['00f067aa0ba902b7'] }, 'is no trace id'],
  [{ profileIdSelector: ['$word'] }, '"many" is no profile id, which is a UUID'],
  [{ spanSelector: ['$span'], traceIdSelector: ['0'.repeat(32)] }, 'Spans and traces cannot be selected together'],
  [{ queryType: 'diff' }, 'nothing to compare with'],
  [{ queryType: 'diff', baseline: { labelSelector: '{}' } }, 'nothing to compare with'],
  [{ queryType: 'diff', baseline: { shift: 'yesterday' } }, 'shift in time "yesterday" is no duration'],
  [{ queryType: 'diff', baseline: { shift: '1d', from: 'now-2d' } }, 'both a shift in time and a time range'],
  [{ queryType: 'diff', baseline: { from: 'now-2d' } }, 'only one end of a time range'],
  [{ queryType: 'diff', baseline: { from: 'noon', to: 'now' } }, 'time "noon" of the baseline cannot be read'],
  [{ queryType: 'diff', baseline: { from: 'now', to: 'now-2d' } }, 'time range is empty'],
  [{ queryType: 'diff', baseline: { labelSelector: '{a=}' } }, 'label selector cannot be read'],
  [{ queryType: 'diff', baseline: { profileTypeId: 'cpu' } }, '"cpu" cannot be read'],
])('%p is a mistake that is told in a sentence', (fields, said) => {
  expect(problemIn(fields)?.sentence).toContain(said);
});

test('the baseline of a comparison has its variables replaced, and the filters of the dashboard', () => {
  const baseline = { shift: '${top}h', labelSelector: '{pod=~"$labels"}', service: '$word', profileTypeId: '$type' };
  const asked = query({ queryType: 'diff', labelSelector: '{service_name="cart"}', baseline });
  const filters = [{ key: 'region', operator: '=', value: 'eu' }];
  const more: Replace = (text, format) => replace(text.replace('${top}', '5'), format);
  expect(readyQuery(asked, more, filters).baseline).toEqual({
    shift: 5 * 3_600_000,
    labelSelector: '{service_name="many", pod=~"pod|region", region="eu"}',
    profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
    words: '5h earlier CPU {pod=~"pod|region"} of many',
  });
});

test('several services of a variable are the baseline together', () => {
  const baseline = { service: '$labels' };
  const asked = (fields: object) =>
    readyQuery(
      query({
        queryType: 'diff',
        labelSelector: '{service_name="cart", zone="a"}',
        baseline: { ...baseline, ...fields },
      }),
      replace
    ).baseline;
  expect(asked({})?.labelSelector).toBe('{service_name=~"pod|region", zone="a"}');
  expect(asked({ labelSelector: '{tier="web"}' })?.labelSelector).toBe('{service_name=~"pod|region", tier="web"}');
});

test("a baseline that has no selector of its own has the query's", () => {
  const asked = query({
    queryType: 'diff',
    labelSelector: '{pod="a"}',
    baseline: { from: '1000', to: '1970-01-01T00:00:03Z' },
  });
  expect(readyQuery(asked, replace).baseline).toMatchObject({
    labelSelector: '{pod="a"}',
    range: { from: 1000, to: 3000 },
  });
});

test('a name of functions may be in any case', () => {
  const { functions } = readyQuery(query({ queryType: 'functions', functions: { name: '(?i)^main' } }), replace);
  expect(functions).toMatchObject({ by: 'self', as: 'table' });
  expect(['Main.run', 'domain'].map((name) => functions.name?.test(name))).toEqual([true, false]);
});

test.each([
  [{ queryType: 'metrics', includeHeatmap: true }, ['series', 'heatmap']],
  [{ queryType: 'both', includeExemplars: true }, ['profile', 'series', 'exemplars']],
  [{ queryType: 'heatmap', includeHeatmap: true }, ['heatmap']],
  // Grafana's own data source saves these with a flame graph, too, where they mean nothing.
  [{ queryType: 'profile', includeHeatmap: true, includeExemplars: true }, ['profile']],
  [{ queryType: 'exemplars' }, ['exemplars']],
])('%p is answered with %p', (fields, parts) => {
  expect([...readyQuery(query(fields), replace).wants]).toEqual(parts);
});

test('an empty limit is none', () => {
  expect(readyQuery(query({ limit: '', maxNodes: 0 }), replace)).toMatchObject({
    limit: undefined,
    maxNodes: undefined,
  });
});

test('interpolating keeps what we do not know', () => {
  expect(interpolateQuery(query({ somethingNew: '$type', hide: true }), replace)).toMatchObject({
    somethingNew: '$type',
    hide: true,
  });
});
