import { interpolateSelector, type Replace } from './interpolateSelector';

interface Variable {
  readonly value: string | string[];
  readonly multi?: boolean;
  readonly includeAll?: boolean;
  /** What stands for All, which Grafana puts in as it is. */
  readonly raw?: string;
}

/** Grafana's template service as far as it concerns us: $name and ${name}, formatted by a function or joined. */
function templates(variables: Record<string, Variable>): Replace {
  return (text, format) =>
    text.replace(/\$(\w+)|\$\{(\w+)\}/g, (found, bare?: string, braced?: string) => {
      const variable = variables[bare ?? braced ?? ''];
      if (variable === undefined) {
        return found;
      }
      if (variable.raw !== undefined) {
        return variable.raw;
      }
      const { value, multi = false, includeAll = false } = variable;
      if (typeof format === 'function') {
        return format(value, { multi, includeAll });
      }
      return Array.isArray(value) ? `{${value.join(',')}}` : value;
    });
}

const replace = templates({
  pod: { value: ['a-1', 'b.2'], multi: true },
  one: { value: ['a.1'], multi: true },
  service: { value: 'check"out' },
  filter: { value: 'api-.*' },
  label: { value: 'region' },
  env: { value: 'prod' },
  all: { value: '', raw: '.*' },
  __user: { value: '', raw: 'a.dmin' },
  chosen: { value: 'v1.2', includeAll: true },
  selector: { value: '{region="eu"}' },
  none: { value: [], multi: true },
});

test.each([
  // several values, in each place
  ['{pod=~"$pod"}', '{pod=~"a-1|b\\\\.2"}'],
  ['{pod!~"${pod}"}', '{pod!~"a-1|b\\\\.2"}'],
  ['{pod="$pod"}', '{pod=~"a-1|b\\\\.2"}'],
  ['{pod!="$pod"}', '{pod!~"a-1|b\\\\.2"}'],
  ['{pod=~"x-$pod-y"}', '{pod=~"x-(?:a-1|b\\\\.2)-y"}'],
  ['{pod="x.${pod}"}', '{pod=~"x\\\\.(?:a-1|b\\\\.2)"}'],
  ['{pod="$env.$pod"}', '{pod=~"prod\\\\.(?:a-1|b\\\\.2)"}'],
  // one value of a variable that may have several
  ['{pod="$one"}', '{pod="a.1"}'],
  ['{pod=~"$one"}', '{pod=~"a\\\\.1"}'],
  ['{version=~"$chosen"}', '{version=~"v1\\\\.2"}'],
  // single values: text is quoted, an expression stays one
  ['{service_name="$service"}', '{service_name="check\\"out"}'],
  ['{service_name=~"$filter"}', '{service_name=~"api-.*"}'],
  ['{pod=~"$all"}', '{pod=~".*"}'],
  ['{pod="$all"}', '{pod=~".*"}'],
  ['{pod!="${all}"}', '{pod!~".*"}'],
  ['{user="$__user"}', '{user="a.dmin"}'],
  ['{pod=~"$none"}', '{pod=~""}'],
  // names, and whole selectors
  ['{"$label"="eu"}', '{region="eu"}'],
  ['{$label="eu"}', '{region="eu"}'],
  ['$selector', '{region="eu"}'],
  // nothing to do
  ['', ''],
  ['{ a = "b" }', '{ a = "b" }'],
  ['{a="$unknown"}', '{a="$unknown"}'],
])('%s', (selector, expected) => {
  expect(interpolateSelector(selector, replace)).toBe(expected);
});

test('text that cannot be read is left for whoever reads it to complain about', () => {
  expect(interpolateSelector('{a=', replace)).toBe('{a=');
});
