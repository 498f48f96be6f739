/**
 * One line of a timeline, in columns. Timestamps ascend strictly. Plain data.
 */
export interface TimelineSeries {
  readonly name: string;
  /** Any CSS colour. */
  readonly colour: string;
  /** PointIndex -> milliseconds since the epoch. */
  readonly timestamps: Float64Array;
  /** PointIndex -> value in the timeline's unit; NaN (or anything that is not finite) where it is missing. */
  readonly values: Float64Array;
  /** A point at t stands for (t - stepMs, t]. 0 where the step is not known: then it is found from the data. */
  readonly stepMs: number;
  /** True where the first or last point stands for a step that lies partly outside of what was asked. */
  readonly partialFirst: boolean;
  readonly partialLast: boolean;
}

/** Position of a point in the columns of a `TimelineSeries`. */
export type PointIndex = number;
