/** Moments at which the steps of something that is shown over time end. */
export interface StepGrid {
  /** PointIndex -> milliseconds since the epoch, ascending strictly. */
  readonly timestamps: Float64Array;
  /** A point at t stands for (t - stepMs, t]. 0 where the step is not known: then it is found from the data. */
  readonly stepMs: number;
}

/**
 * One line of a timeline, in columns. Plain data.
 */
export interface TimelineSeries extends StepGrid {
  readonly name: string;
  /** Any CSS colour. */
  readonly colour: string;
  /** PointIndex -> value in the timeline's unit; NaN (or anything that is not finite) where it is missing. */
  readonly values: Float64Array;
  /** True where the first or last point stands for a step that lies partly outside of what was asked. */
  readonly partialFirst: boolean;
  readonly partialLast: boolean;
  /** True for what a limit left out, added up: shown last, and in a colour that no series of its own has. */
  readonly isRest?: boolean;
}

/** Position of a point in the columns of a `TimelineSeries`. */
export type PointIndex = number;
