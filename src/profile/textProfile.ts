import type { SampleUnit } from '../base/sampleUnit';
import { ROOT_NAME, type CallTree } from './callTree';
import { FunctionInterner } from './functionInterner';

const LINE =
  /^(?<name>"(?:[^"\\]|\\.)*"|\S.*?)\s+(?<total>-?\d[\d.e+-]*)(?:\s*->\s*(?<right>-?\d[\d.e+-]*))?(?<cut>\s+cut)?$/;

/**
 * Reads a call tree from a picture of it, for tests. A line is a node, indented below its caller, with its total:
 *
 *   main      10
 *     parse    4
 *       read   4
 *     render   5
 *
 * so main spends 1 itself. The root is not drawn: its total is the sum of the outermost nodes; if it has a value of
 * its own, the first line says `(root) 12`. A comparison has both sides, `parse 4 -> 1`. A leaf that stands for cut
 * functions ends in `cut`. A name that a picture cannot show as it is stands in JSON quotes. Siblings keep their order.
 */
export function textProfile(text: string, unit: SampleUnit = 'nanoseconds'): CallTree {
  const functions = new FunctionInterner(ROOT_NAME);
  const parent = [-1];
  const func = [0];
  const total = [0];
  const rightTotal = [0];
  const truncated: number[] = [];
  const open: { node: number; indent: number }[] = [{ node: 0, indent: -1 }];
  let rootTotal: { total: number; right: number } | undefined;
  let isDiff = false;

  for (const line of text.split('\n').filter((candidate) => candidate.trim() !== '')) {
    const groups = LINE.exec(line.trim())?.groups;
    if (groups === undefined) {
      throw new Error(`No node can be read from the line "${line}": it should be a name and a number.`);
    }
    isDiff ||= groups.right !== undefined;
    const values = { total: Number(groups.total), right: Number(groups.right ?? 0) };
    if (groups.name === '(root)') {
      rootTotal = values;
      continue;
    }
    const indent = line.length - line.trimStart().length;
    while (open[open.length - 1].indent >= indent) {
      open.pop();
    }
    const node = parent.length;
    parent.push(open[open.length - 1].node);
    func.push(functions.intern(groups.name.startsWith('"') ? (JSON.parse(groups.name) as string) : groups.name));
    total.push(values.total);
    rightTotal.push(values.right);
    if (groups.cut !== undefined) {
      truncated.push(node);
    }
    open.push({ node, indent });
  }

  const length = parent.length;
  const subtreeEnd = Uint32Array.from({ length }, (_, node) => node + 1);
  for (let node = length - 1; node > 0; node--) {
    subtreeEnd[parent[node]] = Math.max(subtreeEnd[parent[node]], subtreeEnd[node]);
  }
  return {
    length,
    parent: Int32Array.from(parent),
    subtreeEnd,
    func: Uint32Array.from(func),
    ...sideOf(parent, total, rootTotal?.total),
    functions: functions.table(),
    unit,
    ...(isDiff ? { right: sideOf(parent, rightTotal, rootTotal?.right) } : {}),
    ...(truncated.length > 0 ? { truncated: Uint32Array.from(truncated) } : {}),
  };
}

function sideOf(parent: readonly number[], totals: readonly number[], rootTotal: number | undefined) {
  const total = Float64Array.from(totals);
  const called = new Float64Array(total.length);
  for (let node = total.length - 1; node > 0; node--) {
    called[parent[node]] += total[node];
  }
  total[0] = rootTotal ?? called[0];
  const self = total.map((value, node) => value - called[node]);
  const overfull = self.findIndex((value) => value < 0);
  if (overfull !== -1 && total.every((value) => value >= 0)) {
    throw new Error(`Node ${overfull} of the picture has ${total[overfull]}, but its children ${called[overfull]}.`);
  }
  return { total, self };
}

/** Draws a tree as `textProfile` reads it, two spaces a level and one before a value. An empty tree is ''. */
export function callTreeToText(tree: CallTree): string {
  const lines: string[] = [];
  const depth = new Uint32Array(tree.length);
  const cut = new Set(tree.truncated);
  const sides = tree.right === undefined ? [tree] : [tree, tree.right];
  if (sides.some(({ total }) => total[0] !== sumOfChildren(tree, total))) {
    lines.push(`(root) ${valueText(tree, 0)}`);
  }
  for (let node = 1; node < tree.length; node++) {
    const above = tree.parent[node];
    depth[node] = above === 0 ? 0 : depth[above] + 1;
    const name = nameText(tree.functions.names[tree.func[node]]);
    lines.push(`${'  '.repeat(depth[node])}${name} ${valueText(tree, node)}${cut.has(node) ? ' cut' : ''}`);
  }
  return lines.join('\n');
}

/**
 * A picture as `callTreeToText` draws it, from one that is written for the eye, indented and aligned:
 * `expect(callTreeToText(tree)).toBe(picture(...))`.
 */
export function picture(text: string): string {
  return callTreeToText(textProfile(text));
}

function sumOfChildren({ length, subtreeEnd }: CallTree, total: Float64Array): number {
  let sum = 0;
  for (let child = 1; child < length; child = subtreeEnd[child]) {
    sum += total[child];
  }
  return sum;
}

function valueText(tree: CallTree, node: number): string {
  return tree.right === undefined ? `${tree.total[node]}` : `${tree.total[node]} -> ${tree.right.total[node]}`;
}

function nameText(name: string): string {
  const isPlain = /^[^\s"][^\p{Cc}\p{Zl}\p{Zp}]*$/u.test(name) && name === name.trim();
  const isMistakable = name === '(root)' || /\d\s*->$/.test(name);
  return isPlain && !isMistakable ? name : JSON.stringify(name);
}
