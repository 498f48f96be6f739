import type { CallTree } from '../profile/callTree';
import { joinTexts, splitTexts, type JoinedTexts } from './joinedTexts';

/** A call tree in the form in which it is posted: columns as they are, texts joined. */
export interface PostedTree {
  /** Without names and files. */
  readonly tree: CallTree;
  readonly names: JoinedTexts;
  readonly files: JoinedTexts;
}

export function postedTree(tree: CallTree): PostedTree {
  const { names, files, ...functions } = tree.functions;
  return {
    tree: { ...tree, functions: { ...functions, names: [], ...(files === undefined ? {} : { files: [] }) } },
    names: joinTexts(names),
    files: joinTexts(files ?? []),
  };
}

export function treeOfPosted({ tree, names, files }: PostedTree): CallTree {
  const { functions } = tree;
  return {
    ...tree,
    functions: {
      ...functions,
      names: splitTexts(names),
      ...(functions.files === undefined ? {} : { files: splitTexts(files) }),
    },
  };
}
