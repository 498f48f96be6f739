import { fitLabel, type MeasureText } from '../layout/fitLabel';
import { type DrawOrder, Look } from './drawOrder';
import type { FlameScene } from './renderer';

/** CSS pixels: narrower boxes get no label, which is room for three letters and the padding. */
const MIN_LABELLED_WIDTH = 30;
const LABEL_PADDING = 4;
/** CSS pixels that a value needs at least; formatting it is worth the time only where it may fit. */
const MIN_VALUE_WIDTH = 50;

/** Writes a text, left edge and vertical middle in CSS pixels from the picture's corner. */
type WriteLabel = (text: string, x: number, y: number, look: number) => void;

/** What stands on which box, look by look, so that the colour of texts changes seldom. */
export function placeLabels(
  scene: FlameScene,
  { order, first }: DrawOrder,
  measure: MeasureText,
  write: WriteLabel
): void {
  const { boxes, rowHeight, top, align = 'left' } = scene;
  for (let look: number = Look.truncated; look < first.length - 1; look++) {
    for (let index = first[look]; index < first[look + 1]; index++) {
      const at = order[index];
      const room = boxes.width[at] - 2 * LABEL_PADDING;
      if (boxes.width[at] < MIN_LABELLED_WIDTH) {
        continue;
      }
      const label = labelOf(scene, boxes.node[at], room, measure);
      if (label !== '') {
        const x = boxes.x[at] + LABEL_PADDING + (align === 'left' ? 0 : room - measure(label));
        write(label, x, top + (boxes.row[at] + 0.5) * rowHeight, look);
      }
    }
  }
}

function labelOf({ labels, align }: FlameScene, node: number, width: number, measure: MeasureText): string {
  const forms = labels.forms(node);
  const label = fitLabel(forms, width, measure, align);
  if (label !== forms[0] || width - measure(label) < MIN_VALUE_WIDTH) {
    return label;
  }
  const withValue = `${label} (${labels.value(node)})`;
  return measure(withValue) <= width ? withValue : label;
}
