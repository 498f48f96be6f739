import { timeToX, valueToY, type PlotArea } from './plotArea';

/** One profile, or one span of it, out of the many that a point or cell stands for. Plain data. */
export interface TimelineExemplar {
  /** When it was sent, in milliseconds since the epoch. */
  readonly time: number;
  /** Where it stands on the value axis, in the axis's unit. */
  readonly value: number;
  /** Its own value in words, where that is in another unit than the axis: "8.2 s" beside an axis of cores. */
  readonly valueText?: string;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly profileId?: string;
  readonly spanId?: string;
  readonly traceId?: string;
}

/** Position of an exemplar in the list that was given. */
export type ExemplarIndex = number;

/** Where marks stand, in CSS pixels of the canvas, one entry a mark. */
export interface ExemplarPlaces {
  readonly exemplars: readonly TimelineExemplar[];
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly index: Uint32Array;
  /** Of the marks, those to draw: of marks that would cover each other but for a pixel or two, one. */
  readonly drawn: Uint32Array;
  /** Whether there are so many that they would bury what lies below them, and must be smaller. */
  readonly isCrowded: boolean;
}

/** Marks nearer to each other than this, in CSS pixels, look like one. */
const GRAIN = 2;
/** How far from a mark's middle a pointer still means it. */
const REACH = 8;
/** The same for marks that are everywhere: the lines between them must be within reach, too. */
const CROWDED_REACH = 3;
/** Pixels of width that a mark needs for itself. */
const ROOM = 8;

/** Places of the exemplars within the plot. */
export function placeExemplars(exemplars: readonly TimelineExemplar[], plot: PlotArea): ExemplarPlaces {
  const inside: ExemplarIndex[] = [];
  exemplars.forEach(({ time, value }, i) => {
    if (time >= plot.span.from && time <= plot.span.to && Number.isFinite(value)) {
      inside.push(i);
    }
  });
  const x = Float32Array.from(inside, (i) => timeToX(plot, exemplars[i].time));
  const y = Float32Array.from(inside, (i) => valueToY(plot, exemplars[i].value));
  const taken = new Set<number>();
  const drawn = inside
    .map((_, mark) => mark)
    .filter((mark) => {
      const spot = Math.round(x[mark] / GRAIN) * 65_536 + Math.round(y[mark] / GRAIN);
      const isFree = !taken.has(spot);
      taken.add(spot);
      return isFree;
    });
  return {
    exemplars,
    x,
    y,
    index: Uint32Array.from(inside),
    drawn: Uint32Array.from(drawn),
    isCrowded: drawn.length * ROOM > plot.width,
  };
}

/** The mark that a pointer means, its position in the columns of the places; -1 where it means none. */
export function exemplarAt(
  { x, y, isCrowded }: ExemplarPlaces,
  pointer: { readonly x: number; readonly y: number }
): number {
  let nearest = -1;
  let least = (isCrowded ? CROWDED_REACH : REACH) ** 2;
  for (let mark = 0; mark < x.length; mark++) {
    const distance = (x[mark] - pointer.x) ** 2 + (y[mark] - pointer.y) ** 2;
    if (distance <= least) {
      least = distance;
      nearest = mark;
    }
  }
  return nearest;
}

/** The exemplars of the step (end - stepMs, end], the largest first. */
export function exemplarsOfStep(
  exemplars: readonly TimelineExemplar[],
  end: number,
  stepMs: number
): TimelineExemplar[] {
  return exemplars.filter(({ time }) => time > end - stepMs && time <= end).sort((a, b) => b.value - a.value);
}
