import type { CssPixels } from '../../base/units';
import type { NodeIndex } from '../../profile/callTree';
import type { BoxBuffers } from '../layout/boxBuffers';
import type { LabelAlign } from '../layout/fitLabel';
import type { FlamePalette } from '../layout/palette';

/** What is written on boxes. Asked only for boxes that have room. */
export interface BoxLabels {
  /** The node's name in shorter and shorter forms; never none. */
  readonly forms: (node: NodeIndex) => readonly string[];
  /** The node's whole name, in one line. */
  readonly full: (node: NodeIndex) => string;
  /** The node's value with its unit, written after the name where there is room. */
  readonly value: (node: NodeIndex) => string;
}

/** One picture. */
export interface FlameScene {
  readonly boxes: BoxBuffers;
  readonly labels: BoxLabels;
  readonly palette: FlamePalette;
  readonly rowHeight: CssPixels;
  /** From the canvas's top edge down to row 0; negative once the picture is scrolled. */
  readonly top: CssPixels;
  /** Which side of its box a label stands at; absent: left. */
  readonly align?: LabelAlign;
}

/**
 * Draws pictures. It knows nothing of profiles: boxes come as buffers, so that another implementation (WebGL, SVG)
 * can take a canvas's place.
 */
export interface FlameRenderer {
  /** Size of the canvas, which is the size of what can be seen and not of the whole picture. Takes effect when drawn. */
  resize(width: CssPixels, height: CssPixels, devicePixelRatio: number): void;
  draw(scene: FlameScene): void;
  dispose(): void;
}

export type CreateFlameRenderer = (canvas: HTMLCanvasElement, font: FlameFont) => FlameRenderer;

export interface FlameFont {
  /** CSS font-family list. */
  readonly family: string;
  readonly size: CssPixels;
}
