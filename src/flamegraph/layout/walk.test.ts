import { textProfile } from '../../profile/textProfile';
import { type Step, walk } from './walk';

const tree = textProfile(`
  main      12
    parse    4
      read   3
    render   5
    close    1
  gc         2`);

function name(node: number): string {
  return tree.functions.names[tree.func[node]];
}

test.each<[string, Step, string]>([
  ['total', 'callee', 'main'],
  ['main', 'callee', 'render'],
  ['render', 'callee', 'render'],
  ['read', 'caller', 'parse'],
  ['total', 'caller', 'total'],
  ['parse', 'next', 'render'],
  ['close', 'next', 'close'],
  ['read', 'next', 'read'],
  ['main', 'next', 'gc'],
  ['total', 'next', 'total'],
  ['close', 'previous', 'render'],
  ['parse', 'previous', 'parse'],
  ['gc', 'previous', 'main'],
])('from %s, the %s is %s', (from, step, to) => {
  const node = Array.from(tree.func, (_, at) => at).find((at) => name(at) === from)!;
  expect(name(walk(tree, tree.total, node, step))).toBe(to);
});
