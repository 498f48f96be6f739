import type { NodeIndex } from '../../../profile/callTree';

/** Room for as many rows as nobody needs two of. */
const FIRST_CAPACITY = 1024;

/** Rows in columns: 12 bytes a row, and what is inserted moves what is below it in one piece. */
export class RowList {
  count = 0;
  private nodes = new Uint32Array(FIRST_CAPACITY);
  private levels = new Uint32Array(FIRST_CAPACITY);
  private positions = new Uint32Array(FIRST_CAPACITY);

  node(row: number): NodeIndex {
    return this.nodes[row];
  }

  level(row: number): number {
    return this.levels[row];
  }

  position(row: number): number {
    return this.positions[row];
  }

  /** -1 where a node has no row. */
  rowOf(node: NodeIndex): number {
    return this.nodes.subarray(0, this.count).indexOf(node);
  }

  /** The largest level. */
  depth(): number {
    let deepest = 0;
    for (let row = 0; row < this.count; row++) {
      deepest = Math.max(deepest, this.levels[row]);
    }
    return deepest;
  }

  /** Takes `removed` rows out at `at` and puts others in. */
  splice(
    at: number,
    removed: number,
    nodes: readonly number[],
    levels: readonly number[],
    positions: readonly number[]
  ): void {
    const count = this.count - removed + nodes.length;
    const insert = (column: Uint32Array<ArrayBuffer>, added: readonly number[]) => {
      let target = column;
      if (count > column.length) {
        target = new Uint32Array(Math.max(count, 2 * column.length));
        target.set(column.subarray(0, this.count));
      }
      target.copyWithin(at + added.length, at + removed, this.count);
      target.set(added, at);
      return target;
    };
    this.nodes = insert(this.nodes, nodes);
    this.levels = insert(this.levels, levels);
    this.positions = insert(this.positions, positions);
    this.count = count;
  }
}
