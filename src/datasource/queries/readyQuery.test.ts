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
