import { oncePerTree } from './oncePerTree';
import { layoutTree } from './treeLayout';

/** The layout of a tree, made once for it. Whoever has a large tree before it is shown may ask for it ahead. */
export const layoutOf = oncePerTree(layoutTree);
