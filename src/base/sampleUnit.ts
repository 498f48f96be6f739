/** What values of a profile are counted in. */
export type SampleUnit = 'nanoseconds' | 'microseconds' | 'milliseconds' | 'seconds' | 'bytes' | 'count' | 'unknown';
