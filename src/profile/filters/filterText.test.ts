import { filterText } from './filterText';
import type { StackRule } from './stackFilter';

test.each<[StackRule, string]>([
  [{ kind: 'only-with', match: { by: 'function', value: 'encoding/json.Marshal' } }, 'Only stacks with json.Marshal'],
  [{ kind: 'without', match: { by: 'package', value: 'runtime' } }, 'Without runtime.*'],
  [{ kind: 'without', match: { by: 'package', value: '' } }, 'Without functions of no package'],
  [{ kind: 'hide-frame', match: { by: 'function', value: 'syscall.write' } }, 'Hide syscall.write'],
  [{ kind: 'from', match: { by: 'text', value: 'serve' } }, 'From “serve”'],
  [{ kind: 'up-to', match: { by: 'regex', value: '^db\\.' } }, 'Up to /^db\\./'],
  [{ kind: 'only-with', match: { by: 'file', value: 'src/cart.ts' } }, 'Only stacks with src/cart.ts'],
  [{ kind: 'focus', path: ['main.main', 'net/http.Serve'] }, 'Below http.Serve'],
  [{ kind: 'collapse-recursion', scope: 'direct' }, 'Direct recursion folded'],
  [{ kind: 'collapse-recursion', scope: 'whole' }, 'Recursion folded'],
  [{ kind: 'collapse-package', match: { by: 'package', value: 'net/http' } }, 'net/http as one frame'],
  [{ kind: 'collapse-package', match: { by: 'text', value: 'http' } }, 'Packages of “http” as one frame'],
  [{ kind: 'only-my-code' }, 'Only my code'],
  [{ kind: 'preset', preset: 'dotnet' }, '.NET runtime hidden'],
  [{ kind: 'only-changed', atLeast: 0.015 }, 'Changed by 1.5 % or more'],
  [{ kind: 'only-changed', atLeast: 0.001, by: 'value' }, 'Value changed by 0.1 % or more'],
])('%j is told as %s', (rule, text) => {
  expect(filterText(rule)).toBe(text);
});

test('a name of any length fits on a chip', () => {
  const text = filterText({ kind: 'without', match: { by: 'function', value: 'x'.repeat(5_000_000) } });
  expect(text.length).toBeLessThan(100);
});
