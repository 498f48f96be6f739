/** What is to be said of a box besides its place and colour. A set of bits. */
export const BoxFlag = {
  /** A run of neighbours too narrow to be drawn each on its own. `node` is the first of them. */
  sliver: 1,
  /** An ancestor of the focus: as wide as the picture, whatever its real width. */
  ancestor: 2,
  /** A search is on and this box, or for a sliver one of its nodes, is a hit. */
  hit: 4,
  /** A search is on and this box is not a hit. */
  miss: 8,
  /** Functions that the backend merged to keep its answer small. */
  truncated: 16,
  /** A box of the function that is chosen in every view. */
  chosen: 32,
  /** A sliver that has a colour: that of all its nodes together. */
  coloured: 64,
} as const;

/**
 * Boxes to draw, in columns of which the first `count` entries count. Made once and filled again for every frame.
 * x and width are CSS pixels from the picture's left edge, clipped to it; rows count from the top of the whole picture.
 */
export interface BoxBuffers {
  count: number;
  x: Float32Array;
  width: Float32Array;
  row: Uint32Array;
  /** NodeIndex. */
  node: Uint32Array;
  /** Index into a palette; of a meaning for slivers only if they are `coloured`. */
  colour: Uint8Array;
  /** Bits of `BoxFlag`. */
  flags: Uint8Array;
}

export function createBoxBuffers(capacity = 4096): BoxBuffers {
  return {
    count: 0,
    x: new Float32Array(capacity),
    width: new Float32Array(capacity),
    row: new Uint32Array(capacity),
    node: new Uint32Array(capacity),
    colour: new Uint8Array(capacity),
    flags: new Uint8Array(capacity),
  };
}

/** Appends a box and returns nothing; the columns double when they are full. */
export function pushBox(
  boxes: BoxBuffers,
  x: number,
  width: number,
  row: number,
  node: number,
  colour: number,
  flags: number
) {
  if (boxes.count === boxes.x.length) {
    grow(boxes, boxes.count + 1);
  }
  const at = boxes.count++;
  boxes.x[at] = x;
  boxes.width[at] = width;
  boxes.row[at] = row;
  boxes.node[at] = node;
  boxes.colour[at] = colour;
  boxes.flags[at] = flags;
}

/** Appends the boxes `from` to `to` (not included) of other buffers. */
export function pushBoxes(boxes: BoxBuffers, others: BoxBuffers, from: number, to: number): void {
  const at = boxes.count;
  boxes.count += to - from;
  grow(boxes, boxes.count);
  boxes.x.set(others.x.subarray(from, to), at);
  boxes.width.set(others.width.subarray(from, to), at);
  boxes.row.set(others.row.subarray(from, to), at);
  boxes.node.set(others.node.subarray(from, to), at);
  boxes.colour.set(others.colour.subarray(from, to), at);
  boxes.flags.set(others.flags.subarray(from, to), at);
}

/** Makes room for that many boxes. */
function grow(boxes: BoxBuffers, count: number) {
  let capacity = boxes.x.length;
  while (capacity < count) {
    capacity *= 2;
  }
  if (capacity === boxes.x.length) {
    return;
  }
  const larger = createBoxBuffers(capacity);
  larger.x.set(boxes.x);
  larger.width.set(boxes.width);
  larger.row.set(boxes.row);
  larger.node.set(boxes.node);
  larger.colour.set(boxes.colour);
  larger.flags.set(boxes.flags);
  boxes.x = larger.x;
  boxes.width = larger.width;
  boxes.row = larger.row;
  boxes.node = larger.node;
  boxes.colour = larger.colour;
  boxes.flags = larger.flags;
}
