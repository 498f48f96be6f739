import { cssPixels } from '../../base/units';
import type { NodeIndex } from '../../profile/callTree';
import { isSamePath } from '../../profile/nodePath';
import { nodeAt, NO_NODE } from '../layout/nodeAt';
import { type NodeRect, nodeRect } from '../layout/nodeRect';
import { centreOn, isWhole, panBy, panTo, type Span, WHOLE_SPAN, zoomAround } from '../layout/span';
import { levelOf } from '../layout/treeLayout';
import { partOf, rowOfLevel, type Viewport } from '../layout/viewport';
import { createFrameRequest } from '../render/frameRequest';
import type { FlameRenderer } from '../render/renderer';
import { createBoxesInView } from './boxesInView';
import { listenForDisplayChanges } from './displayChanges';
import { type FlameStage, ROW_HEIGHT, type SeenPart, type StageElements, type StagePicture } from './flameStage';
import { createGlide } from './glide';
import { narrowestSpan, spanOfNode } from './stageSpans';
import { contentHeight, keepRoot, scrollToRow, topOfRows } from './stageHeights';
import { setVisible } from './setVisible';
import { createWindowPlace } from './windowPlace';

/** Called after each frame that shows another part of the picture than the one before. */
type OnSeen = (part: SeenPart) => void;

export function createFlameStage(elements: StageElements, renderer: FlameRenderer, onSeen: OnSeen): FlameStage {
  const { scroller } = elements;
  const boxesInView = createBoxesInView();
  const glide = createGlide();
  const place = createWindowPlace(scroller);
  const frame = createFrameRequest(draw);
  const stopListening = listenForDisplayChanges(() => frame.request());
  let picture: StagePicture | undefined;
  let span: Span = WHOLE_SPAN;
  /** What was drawn last: what is pointed at. */
  let shown: Viewport | undefined;
  let pointed: NodeIndex = NO_NODE;
  /** As of the last frame. Asking the scroller lays out the page, which is too much for a movement of the pointer. */
  let scrollTop = 0;
  let told = '';

  function draw() {
    if (picture === undefined) {
      return;
    }
    const { layout, viewport, labels, palette, height, align } = picture;
    shown = glide.towards(layout, partOf(viewport, span));
    if (glide.isOn()) {
      frame.request();
    }
    scrollTop = scroller.scrollTop;
    const top = topOfRows(picture, scrollTop);
    const boxes = boxesInView.of(picture, shown, top);
    renderer.resize(cssPixels(shown.width), cssPixels(height), window.devicePixelRatio || 1);
    renderer.draw({ boxes, labels, palette, rowHeight: cssPixels(ROW_HEIGHT), top: cssPixels(top), align });
    placeOutline(elements.currentOutline, picture.current);
    placeOutline(elements.hoverOutline, pointed);
    tellWhatIsSeen(picture);
  }

  function tellWhatIsSeen({ viewport, height }: StagePicture) {
    const rows = viewport.rows * ROW_HEIGHT;
    const from = Math.min(1, scrollTop / rows);
    const key = `${span.from} ${span.to} ${from} ${height} ${rows}`;
    if (key !== told) {
      told = key;
      onSeen({ across: span, down: { from, to: Math.min(1, (scrollTop + height) / rows) } });
    }
  }

  function placeOutline(outline: HTMLElement, node: NodeIndex) {
    const rect = rectOf(node);
    setVisible(outline, rect !== undefined);
    if (rect !== undefined) {
      outline.style.transform = `translate(${rect.x}px, ${topOf(rect.row)}px)`;
      outline.style.width = `${rect.width}px`;
    }
  }

  function rectOf(node: NodeIndex): NodeRect | undefined {
    return picture && shown && node !== NO_NODE ? nodeRect(picture.layout, shown, node) : undefined;
  }

  /** CSS pixels from the graph's upper edge. */
  function topOf(row: number): number {
    return row * ROW_HEIGHT + (picture === undefined ? 0 : topOfRows(picture, scrollTop));
  }

  function moveTo(next: Span, isGliding: boolean) {
    if (next.from === span.from && next.to === span.to) {
      return false;
    }
    glide.start(isGliding ? shown : undefined);
    span = next;
    frame.request();
    return true;
  }

  /** The part of the focus that is drawn at present, which on the way to another is not yet where it will be. */
  function presentSpan(): Span {
    if (!glide.isOn() || picture === undefined || shown === undefined) {
      return span;
    }
    const { from, to } = picture.viewport;
    const part = (value: number) => Math.min(1, Math.max(0, (value - from) / (to - from)));
    const present = { from: part(shown.from), to: part(shown.to) };
    return present.to > present.from ? present : span;
  }

  /** What was seen of the picture before is seen of this one, if it has the same focus; its whole width if not. */
  function follow(before: StagePicture, next: StagePicture) {
    const isSameLayout = before.layout === next.layout;
    const isSameFocus = isSameLayout
      ? before.viewport.focus === next.viewport.focus
      : isSamePath(before.layout.tree, before.viewport.focus, next.layout.tree, next.viewport.focus);
    const isTurned = before.viewport.orientation !== next.viewport.orientation;
    if (!isSameFocus || isTurned || !isSameLayout) {
      glide.start(isSameLayout && !isTurned ? shown : undefined);
    }
    span = isSameFocus ? span : WHOLE_SPAN;
    keepRoot(scroller, before, next);
  }

  return {
    show(next) {
      const before = picture;
      picture = { ...next, viewport: { ...next.viewport, width: roomIn(scroller, next) } };
      if (before === undefined) {
        // The first frame has much to do: what it shows can be worked out before it.
        boxesInView.of(picture, partOf(picture.viewport, span), topOfRows(picture, scrollTop));
      } else {
        follow(before, picture);
      }
      frame.request();
    },
    refresh() {
      frame.request();
    },
    nodeAt(clientX, clientY, isClick = false) {
      if (isClick) {
        place.forget();
      }
      if (picture === undefined || shown === undefined) {
        return NO_NODE;
      }
      const { left, top } = place.get();
      return nodeAt(picture.layout, shown, clientX - left, Math.floor((clientY - top - topOf(0)) / ROW_HEIGHT));
    },
    placeOf(node) {
      const rect = rectOf(node);
      const { left, top } = place.get();
      return rect && { x: left + rect.x, y: top + topOf(rect.row + 1) };
    },
    pointTo(node) {
      if (node === pointed) {
        return;
      }
      pointed = node;
      scroller.style.cursor = node === NO_NODE ? '' : 'pointer';
      placeOutline(elements.hoverOutline, node);
    },
    reveal(node) {
      if (picture === undefined) {
        return;
      }
      const level = Math.max(picture.viewport.topLevel, levelOf(picture.layout, node));
      // While a part of the width is seen, the map of the width covers the row at the root's end.
      scrollToRow(scroller, picture, rowOfLevel(picture.viewport, level), isWhole(span) ? 0 : ROW_HEIGHT);
      if (level > picture.viewport.focusLevel && !isWhole(span)) {
        moveTo(panTo(span, spanOfNode(picture, node)), false);
      }
    },
    zoom(factor, aroundX, isGliding = false) {
      if (picture === undefined) {
        return;
      }
      const { width } = picture.viewport;
      const at = aroundX === undefined ? 0.5 : Math.min(1, Math.max(0, (aroundX - place.get().left) / width));
      moveTo(zoomAround(isGliding ? span : presentSpan(), at, factor, narrowestSpan(picture)), isGliding);
    },
    pan(right, down, isGliding = false) {
      if (picture === undefined) {
        return false;
      }
      const hasMoved = moveTo(panBy(isGliding ? span : presentSpan(), right / picture.viewport.width), isGliding);
      const before = scroller.scrollTop;
      if (down !== 0) {
        scroller.scrollTop = before + down;
      }
      return hasMoved || scroller.scrollTop !== before;
    },
    centre(across, down) {
      if (across !== undefined) {
        moveTo(centreOn(span, across), false);
      }
      if (down !== undefined && picture !== undefined) {
        scroller.scrollTop = down * contentHeight(picture) - picture.height / 2;
      }
    },
    reset() {
      moveTo(WHOLE_SPAN, true);
    },
    isZoomed: () => !isWhole(span),
    canScroll: () => picture !== undefined && contentHeight(picture) > picture.height,
    dispose() {
      stopListening();
      frame.cancel();
      renderer.dispose();
    },
  };
}

/** CSS pixels. The scroller has none where nothing is laid out, as in tests. */
function roomIn(scroller: HTMLElement, { width }: StagePicture): number {
  return scroller.clientWidth > 0 ? scroller.clientWidth : width;
}
