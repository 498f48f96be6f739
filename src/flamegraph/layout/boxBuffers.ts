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
  /** Index into a palette; of no meaning for slivers. */
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
    grow(boxes);
  }
  const at = boxes.count++;
  boxes.x[at] = x;
  boxes.width[at] = width;
  boxes.row[at] = row;
  boxes.node[at] = node;
  boxes.colour[at] = colour;
  boxes.flags[at] = flags;
}

function grow(boxes: BoxBuffers) {
  const larger = createBoxBuffers(boxes.x.length * 2);
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
