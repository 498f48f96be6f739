import { useLayoutEffect, useRef } from 'react';
import { cssPixels } from '../../base/units';
import type { CreateFlameRenderer } from '../render/renderer';
import { createFlameStage } from './createFlameStage';
import type { ElementRef } from './elementRef';
import { createFlameMap, type FlameMap, type FlameMapElements } from './flameMap';
import { type FlameStage, ROW_HEIGHT, type StageElements, type StagePicture, type WindowPoint } from './flameStage';
import { listenForGestures } from './stageGestures';

export interface StageRefs {
  readonly canvas: ElementRef<HTMLCanvasElement>;
  readonly stage: Readonly<Record<keyof StageElements, ElementRef<HTMLDivElement>>>;
  readonly across: MapRefs;
  readonly down: MapRefs;
}

export interface MapRefs {
  readonly area: ElementRef<HTMLDivElement>;
  readonly canvas: ElementRef<HTMLCanvasElement>;
  readonly frame: ElementRef<HTMLDivElement>;
}

interface StageOptions {
  readonly createRenderer: CreateFlameRenderer;
  readonly fontFamily: string;
  /** CSS pixels across of the map of the depth; 0 where there is none. */
  readonly mapWidth: number;
  readonly onMove: () => void;
  readonly onMenu: (at: WindowPoint) => boolean;
}

/** The stage, its gestures and its maps, made when the elements are there and put into `stage`; shows the picture whenever it is another. */
export function useFlameStage(
  stage: { current: FlameStage | null },
  refs: StageRefs,
  picture: StagePicture,
  options: StageOptions
): void {
  const { createRenderer, fontFamily, mapWidth } = options;
  const maps = useRef<{ across?: FlameMap; down?: FlameMap }>({});
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });

  useLayoutEffect(() => {
    const canvas = refs.canvas.current;
    const scroller = refs.stage.scroller.current;
    const hoverOutline = refs.stage.hoverOutline.current;
    const currentOutline = refs.stage.currentOutline.current;
    if (!canvas || !scroller || !hoverOutline || !currentOutline) {
      return;
    }
    const renderer = createRenderer(canvas, { family: fontFamily, size: cssPixels(12) });
    const created = createFlameStage({ scroller, hoverOutline, currentOutline }, renderer, (seen) => {
      across?.place(seen.across);
      down?.place(seen.down);
    });
    const across = mapOf(refs.across, 'across', (middle) => created.centre(middle, undefined));
    const down = mapOf(refs.down, 'down', (middle) => created.centre(undefined, middle));
    const mapOfDepth = refs.down.area.current;
    const scrollByMap = (event: WheelEvent) => {
      if (created.pan(0, event.deltaY)) {
        event.preventDefault();
      }
    };
    mapOfDepth?.addEventListener('wheel', scrollByMap, { passive: false });
    stage.current = created;
    maps.current = { across, down };
    const stopListening = listenForGestures(scroller, created, {
      onMove: () => latest.current.onMove(),
      onMenu: (at) => latest.current.onMenu(at),
    });
    return () => {
      stopListening();
      mapOfDepth?.removeEventListener('wheel', scrollByMap);
      across?.dispose();
      down?.dispose();
      created.dispose();
      stage.current = null;
      maps.current = {};
    };
  }, [stage, refs, createRenderer, fontFamily]);

  // After the effect above: a stage that was just made needs the picture too.
  useLayoutEffect(() => {
    stage.current?.show(picture);
    const { layout, viewport, look, palette, width, height } = picture;
    const map = { layout, look, palette };
    const widthOfGraph = width - mapWidth;
    maps.current.across?.show({ ...map, viewport: { ...viewport, width: widthOfGraph }, height: ROW_HEIGHT });
    if (mapWidth > 0) {
      maps.current.down?.show({ ...map, viewport: { ...viewport, width: mapWidth }, height });
    }
  }, [stage, picture, mapWidth, createRenderer, fontFamily]);
}

function mapOf(refs: MapRefs, axis: 'across' | 'down', onMove: (middle: number) => void): FlameMap | undefined {
  const elements = { area: refs.area.current, canvas: refs.canvas.current, frame: refs.frame.current };
  return isComplete(elements) ? createFlameMap(elements, axis, onMove) : undefined;
}

function isComplete(elements: {
  readonly [Name in keyof FlameMapElements]: FlameMapElements[Name] | null;
}): elements is FlameMapElements {
  return elements.area !== null && elements.canvas !== null && elements.frame !== null;
}
