import { useRef, useState } from 'react';
import type { MapRefs, StageRefs } from './useFlameStage';

/** The elements of the stage and of its maps. The same object for as long as the component lives. */
export function useStageRefs(): StageRefs {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const hoverOutline = useRef<HTMLDivElement>(null);
  const currentOutline = useRef<HTMLDivElement>(null);
  const across = useMapRefs();
  const down = useMapRefs();
  const [refs] = useState({ canvas, stage: { scroller, hoverOutline, currentOutline }, across, down });
  return refs;
}

function useMapRefs(): MapRefs {
  const area = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  return { area, canvas, frame };
}
