import { BoxFlag } from '../layout/boxBuffers';
import type { MeasureText } from '../layout/fitLabel';
import { boxRect } from './boxRect';
import { CHOSEN_LINE, MIN_CHOSEN_WIDTH } from './canvasRenderer';
import { DOT_RADIUS, DOTS, STRIPES, TILE } from './fillPattern';
import { type DrawOrder, drawOrder, Look } from './drawOrder';
import { fillOfLook, markOfLook, textOfLook } from './lookColours';
import { placeLabels } from './placeLabels';
import type { FlameFont, FlameRenderer, FlameScene } from './renderer';
import { xmlText } from './xmlText';

/** A renderer whose pictures are text. */
export interface SvgRenderer extends FlameRenderer {
  /** The elements of the last picture, to be put into an `<svg>`. */
  elements(): string;
}

/**
 * Writes the same picture that the canvas shows: boxes as rectangles that say their full name when they are pointed at,
 * names as text that can be searched for and edited. Each text is told its width: another font must not make it longer.
 */
export function createSvgRenderer(font: FlameFont, measure: MeasureText): SvgRenderer {
  let written = '';
  return {
    resize: () => undefined,
    draw(scene) {
      const sorted = drawOrder(scene.boxes, scene.palette);
      written = [
        patterns(scene, sorted),
        ...boxes(scene, sorted),
        ...chosenLines(scene),
        `<g font-family="${xmlText(font.family)}" font-size="${font.size}" dominant-baseline="central" pointer-events="none" xml:space="preserve">`,
        ...texts(scene, sorted, measure),
        '</g>',
      ].join('\n');
    },
    dispose() {
      written = '';
    },
    elements: () => written,
  };
}

function patterns({ palette }: FlameScene, { first }: DrawOrder): string {
  const looks = Array.from({ length: first.length - 1 }, (_, look) => look);
  const tiles = looks.flatMap((look) => {
    const mark = markOfLook(look, palette);
    if (mark === undefined || first[look] === first[look + 1]) {
      return [];
    }
    const shapes =
      mark.shape === 'stripes'
        ? STRIPES.map(
            (shift) =>
              `<path fill="${mark.colour}" d="M${shift} ${TILE}L${shift + TILE} 0h${TILE / 2}L${shift + TILE / 2} ${TILE}z"/>`
          )
        : DOTS.map(([x, y]) => `<circle fill="${mark.colour}" cx="${x}" cy="${y}" r="${DOT_RADIUS}"/>`);
    const ground = `<rect width="${TILE}" height="${TILE}" fill="${fillOfLook(look, palette)}"/>`;
    const place = `width="${TILE}" height="${TILE}" patternUnits="userSpaceOnUse"`;
    return [`<pattern id="look${look}" ${place}>${ground}${shapes.join('')}</pattern>`];
  });
  return tiles.length === 0 ? '' : `<defs>${tiles.join('')}</defs>`;
}

function* boxes(scene: FlameScene, { order, first }: DrawOrder): Generator<string> {
  const { labels, palette } = scene;
  const rect = { x: 0, y: 0, width: 0, height: 0 };
  for (let look = first.length - 2; look >= 0; look--) {
    if (first[look] === first[look + 1]) {
      continue;
    }
    const fill = markOfLook(look, palette) === undefined ? fillOfLook(look, palette) : `url(#look${look})`;
    yield `<g fill="${fill}">`;
    for (let index = first[look]; index < first[look + 1]; index++) {
      const at = order[index];
      boxRect(scene, at, look, 1, rect);
      const place = `x="${rect.x}" y="${rect.y}" width="${rect.width}" height="${rect.height}"`;
      if (look <= Look.narrowHit) {
        yield `<rect ${place}/>`;
      } else {
        const node = scene.boxes.node[at];
        const title = xmlText(`${labels.full(node)} (${labels.value(node)})`);
        yield `<rect ${place}><title>${title}</title></rect>`;
      }
    }
    yield '</g>';
  }
}

function* chosenLines(scene: FlameScene): Generator<string> {
  const { flags, width, count } = scene.boxes;
  const rect = { x: 0, y: 0, width: 0, height: 0 };
  for (let at = 0; at < count; at++) {
    if ((flags[at] & BoxFlag.chosen) !== 0 && width[at] >= MIN_CHOSEN_WIDTH) {
      boxRect(scene, at, Look.muted, 1, rect);
      const fill = flags[at] & BoxFlag.miss ? scene.palette.missText : scene.palette.text;
      const y = rect.y + rect.height - CHOSEN_LINE;
      yield `<rect x="${rect.x}" y="${y}" width="${rect.width}" height="${CHOSEN_LINE}" fill="${fill}"/>`;
    }
  }
}

function texts(scene: FlameScene, sorted: DrawOrder, measure: MeasureText): string[] {
  const written: string[] = [];
  placeLabels(scene, sorted, measure, (text, x, y, look) => {
    const place = `x="${round(x)}" y="${round(y)}" textLength="${round(measure(text))}"`;
    written.push(`<text ${place} fill="${textOfLook(look, scene.palette)}">${xmlText(text)}</text>`);
  });
  return written;
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
