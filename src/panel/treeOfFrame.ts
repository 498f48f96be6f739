import type { DataFrame } from '@grafana/data';
import { frameToCallTree } from '../frames/frameToCallTree';
import type { CallTree } from '../profile/callTree';

/** The rows of a profile frame -> the tree that they were read into, with the unit that they had then. */
const read = new WeakMap<object, { readonly unit: string | undefined; readonly tree: CallTree }>();

/**
 * The tree of a profile frame. Grafana makes new frames around the same rows for every change of state or options;
 * those are read once, and give the same tree again, so that nothing is laid out anew.
 *
 * @throws DecodeError as `frameToCallTree` does
 */
export function treeOfFrame(frame: DataFrame): CallTree {
  const value = frame.fields.find(({ name }) => name === 'value');
  const known = value && read.get(value.values);
  if (known !== undefined && known.unit === value?.config.unit) {
    return known.tree;
  }
  const tree = frameToCallTree(frame);
  if (value !== undefined) {
    read.set(value.values, { unit: value.config.unit, tree });
  }
  return tree;
}
