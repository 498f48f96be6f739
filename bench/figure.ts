/** One line of the table: what we take for a thing, and what the least is that it could take. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'bytes a node';
  /** What the browser needs for a bare part of it, in words and in the figure's unit. */
  readonly floor?: { readonly what: string; readonly value: number };
  /** design.md's goal, in words. */
  readonly goal?: string;
}

export interface FigureRequest {
  readonly nodes: number;
  readonly depth: number;
  readonly seed: number;
  /** How often each thing is done; the median counts. */
  readonly times: number;
}
