import { ProblemError } from '../../base/problem';
import { cssPixels } from '../../base/units';
import { type CallTree, ROOT } from '../../profile/callTree';
import { createBoxBuffers } from '../layout/boxBuffers';
import { pictureColours, schemeOf } from '../layout/boxColours';
import { displayName } from '../layout/displayName';
import type { MeasureText } from '../layout/fitLabel';
import { nearestByPath } from '../../profile/nodePath';
import { DARK_PALETTE, LIGHT_PALETTE } from '../layout/palette';
import { layoutOf } from '../layout/layoutOf';
import { viewportOf } from '../layout/viewport';
import { visibleBoxes } from '../layout/visibleBoxes';
import { createCanvasRenderer } from '../render/canvasRenderer';
import type { FlameFont, FlameScene } from '../render/renderer';
import { createSvgRenderer } from '../render/svgRenderer';
import { createTextMeasure } from '../render/textMeasure';
import { xmlText } from '../render/xmlText';
import { boxLabels } from './boxLabels';
import { chosenFunction } from './chosenFunction';
import { findInTree } from './findInTree';
import type { FlameGraphState } from './flameGraphState';
import { ROW_HEIGHT } from './flameStage';

export interface PictureRequest {
  /** CSS pixels. The height is that of all rows. */
  readonly width: number;
  readonly state: FlameGraphState;
  readonly theme: 'dark' | 'light';
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
  /** What the picture is of, in one line above it. */
  readonly title: string;
  /** CSS font-family list of the names on boxes, and of the title. */
  readonly font?: string;
}

/** A flame graph to keep: as it is seen, but with all its rows. */
export interface FlamePicture {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** An SVG document. */
  svg(): string;
  /**
   * A PNG with so many pixels to a CSS pixel. Rejects with a `ProblemError` where the browser has no canvas as large
   * as that, which is so beyond about 800 rows at two pixels.
   */
  png(pixelRatio: number): Promise<Blob>;
}

const FONT_SIZE = 12;
const TITLE_HEIGHT = 28;
const MARGIN = 8;
const MONOSPACE = "'Roboto Mono', ui-monospace, Menlo, Consolas, monospace";
/** The widest and highest canvas that Chromium, Firefox and Safari all draw. Source: their documented limits. */
const LARGEST_CANVAS = 32_767;

/** Colours of a panel and its texts, as Grafana's themes have them. */
const PAGES = {
  dark: { background: '#181b1f', text: '#ccccdc' },
  light: { background: '#ffffff', text: '#24292e' },
} as const;

/** Draws a tree as the view does in that state: its focus, colours, search and orientation; filters come before. */
export function flamePicture(tree: CallTree, request: PictureRequest): FlamePicture {
  const { state, theme, format, font = MONOSPACE } = request;
  const layout = layoutOf(tree);
  const innerWidth = Math.max(1, request.width - 2 * MARGIN);
  const nearest = nearestByPath(tree, state.focus ?? []).node;
  const focus = layout.weight[nearest] > 0 ? nearest : ROOT;
  const viewport = viewportOf(layout, focus, innerWidth, state.orientation);
  const boxes = createBoxBuffers();
  const look = {
    ...pictureColours(layout, schemeOf(tree, state.colours), state.diffBy),
    highlight: findInTree(layout, state)?.highlight,
    chosen: chosenFunction(tree.functions, state.chosen),
  };
  visibleBoxes(layout, viewport, 0, viewport.rows - 1, look, boxes);
  const scene: FlameScene = {
    boxes,
    labels: boxLabels(tree, format, state.isInverted),
    palette: theme === 'dark' ? DARK_PALETTE : LIGHT_PALETTE,
    rowHeight: cssPixels(ROW_HEIGHT),
    top: cssPixels(0),
    align: state.align,
  };
  const flameFont: FlameFont = { family: font, size: cssPixels(FONT_SIZE) };
  const title = displayName(request.title);
  const page = PAGES[theme];
  const height = TITLE_HEIGHT + viewport.rows * ROW_HEIGHT + MARGIN;
  const titleFont = `${FONT_SIZE + 1}px ${font}`;
  return {
    width: request.width,
    height,
    svg() {
      const renderer = createSvgRenderer(flameFont, measureIn(flameFont));
      renderer.draw(scene);
      const { width } = request;
      return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>${xmlText(title)}</title>
<rect width="${width}" height="${height}" fill="${page.background}"/>
<text x="${MARGIN}" y="${TITLE_HEIGHT / 2}" font-family="${xmlText(font)}" font-size="${FONT_SIZE + 1}" dominant-baseline="central" fill="${page.text}">${xmlText(title)}</text>
<g transform="translate(${MARGIN} ${TITLE_HEIGHT})">
${renderer.elements()}
</g>
</svg>
`;
    },
    async png(pixelRatio) {
      const graph = document.createElement('canvas');
      const whole = document.createElement('canvas');
      whole.width = Math.round(request.width * pixelRatio);
      whole.height = Math.round(height * pixelRatio);
      const context = whole.getContext('2d');
      if (Math.max(whole.width, whole.height) > LARGEST_CANVAS || context === null) {
        throw tooLarge(height);
      }
      const renderer = createCanvasRenderer(graph, flameFont);
      try {
        renderer.resize(cssPixels(innerWidth), cssPixels(viewport.rows * ROW_HEIGHT), pixelRatio);
        renderer.draw(scene);
        context.fillStyle = page.background;
        context.fillRect(0, 0, whole.width, whole.height);
        context.drawImage(graph, Math.round(MARGIN * pixelRatio), Math.round(TITLE_HEIGHT * pixelRatio));
        context.scale(pixelRatio, pixelRatio);
        context.font = titleFont;
        context.textBaseline = 'middle';
        context.fillStyle = page.text;
        context.fillText(title, MARGIN, TITLE_HEIGHT / 2);
        const blob = await new Promise<Blob | null>((resolve) => whole.toBlob(resolve, 'image/png'));
        if (blob === null) {
          throw tooLarge(height);
        }
        return blob;
      } finally {
        renderer.dispose();
        whole.width = 0;
        whole.height = 0;
      }
    },
  };
}

function tooLarge(height: number): ProblemError {
  return new ProblemError({
    kind: 'unsupported',
    sentence: `A picture ${height.toLocaleString()} pixels high is more than this browser can draw as PNG: save it as SVG, or zoom in first.`,
  });
}

function measureIn(font: FlameFont): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) {
    throw new ProblemError({ kind: 'unsupported', sentence: 'This browser gives no 2D canvas to measure texts with.' });
  }
  context.font = `${font.size}px ${font.family}`;
  return createTextMeasure(context);
}
