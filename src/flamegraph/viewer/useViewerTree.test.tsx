import { renderHook, waitFor } from '@testing-library/react';
import type { CallTree } from '../../profile/callTree';
import { LARGE_LAYOUT } from '../layout/layoutAhead';
import { layoutOf } from '../layout/layoutOf';
import { useViewerTree } from './useViewerTree';

/** As many functions below the root as make a layout large. */
function largeTree(value: number): CallTree {
  const length = LARGE_LAYOUT + 1;
  const self = new Float64Array(length).fill(value);
  self[0] = 0;
  const total = self.slice();
  total[0] = value * (length - 1);
  const parent = new Int32Array(length);
  parent[0] = -1;
  const subtreeEnd = Uint32Array.from({ length }, (_, node) => node + 1);
  subtreeEnd[0] = length;
  const func = new Uint32Array(length).fill(1);
  func[0] = 0;
  return {
    length,
    parent,
    subtreeEnd,
    func,
    self,
    total,
    functions: { length: 2, names: ['total', 'a'] },
    unit: 'count',
  };
}

test('a large profile that comes with a refresh is shown once it is laid out, and the one before until then', async () => {
  const [first, second] = [largeTree(1), largeTree(2)];
  layoutOf(first);
  const request = { isGrouped: false, maxNodes: undefined };
  const { result, rerender } = renderHook(({ tree }) => useViewerTree(tree, {}, request), {
    initialProps: { tree: first },
  });
  // Which tree it is, because a failed comparison of such trees would be written out.
  const seen = () => {
    const { outcome, isPending } = result.current;
    return { shown: outcome?.shown === first ? 'first' : outcome?.shown === second ? 'second' : 'none', isPending };
  };
  expect(seen()).toEqual({ shown: 'first', isPending: false });
  rerender({ tree: second });
  expect(seen()).toEqual({ shown: 'first', isPending: true });
  await waitFor(() => expect(seen()).toEqual({ shown: 'second', isPending: false }));
  expect(layoutOf.isMade(second)).toBe(true);
});
