/* Measures each step of the way from bytes to picture, and the least that each could take: see README.md. */
import { layoutTree } from '../../src/flamegraph/layout/treeLayout';
import { decodeTree } from '../../src/profile/decodeTree';
import type { Figure, FigureRequest } from '../figure';
import { encodeTree } from '../generate/encodeTree';
import { generateTree } from '../generate/generateTree';
import { frameFigures } from './frameFigures';
import { median } from './measure';
import { modelFigures } from './modelFigures';
import { viewFigures } from './viewFigures';

declare global {
  interface Window {
    __figures: (request: FigureRequest) => Promise<Figure[]>;
  }
}

window.__figures = async ({ nodes, depth, seed, times }) => {
  const tree = generateTree({ nodes, depth, seed });
  const bytes = encodeTree(tree);
  const columns = JSON.stringify([tree.functions.names, [...tree.func], [...tree.total], [...tree.self]]);
  const decode = await median(times, () => decodeTree(bytes, { unit: 'nanoseconds' }));
  const layout = layoutTree(tree);
  return [
    {
      what: 'decode: bytes of the tree format → columns',
      value: decode,
      unit: 'ms',
      floor: {
        what: 'JSON.parse of the same columns',
        value: await median(times, () => JSON.parse(columns) as unknown),
      },
    },
    ...(await modelFigures(layout, times)),
    ...(await frameFigures(layout, times)),
    ...(await viewFigures(tree, bytes, decode, times)),
  ];
};
