import type { DataFrame, Field } from '@grafana/data';
import { webAddress } from '../flamegraph/viewer/sourceLink';
import type { ViewerLink } from '../flamegraph/viewer/viewerQuestions';
import { ROOT, type CallTree } from '../profile/callTree';
import { nodeByPath } from '../profile/nodePath';

/**
 * The data links of a profile's row, as its frame has them: `path` names the box, without one it is the function's first.
 * Addresses other than http(s) are left out.
 */
export function nodeLinks(
  frame: DataFrame,
  tree: CallTree,
  name: string,
  path: readonly string[] | undefined
): readonly ViewerLink[] {
  const fields = frame.fields.filter((field) => field.name === 'label' || field.name === 'value');
  const node = (path && nodeByPath(tree, path)) ?? firstNodeOf(tree, name);
  if (node === undefined) {
    return [];
  }
  // Where the rows have no one root, the tree has one more node.
  const row = node - (tree.length - frame.length);
  return row < 0 ? [] : distinct(fields.flatMap((field) => linksOf(field, row)));
}

/** A link of the panel's defaults is a link of every field. */
function distinct(links: readonly ViewerLink[]): ViewerLink[] {
  return [...new Map(links.map((link) => [`${link.title}\n${link.href}`, link])).values()];
}

function linksOf(field: Field, row: number): ViewerLink[] {
  return (field.getLinks?.({ valueRowIndex: row }) ?? []).flatMap(({ title, href, target }) => {
    const address = webAddress(href.startsWith('/') ? new URL(href, window.location.href).href : href);
    return address === undefined ? [] : [{ title, href: address, target: target === '_blank' ? '_blank' : '_self' }];
  });
}

function firstNodeOf({ length, func, functions }: CallTree, name: string): number | undefined {
  for (let node = ROOT + 1; node < length; node++) {
    if (functions.names[func[node]] === name) {
      return node;
    }
  }
  return undefined;
}
