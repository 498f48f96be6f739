import type { Brand } from './brand';

/** A moment, in milliseconds since the Unix epoch: how the backend and Grafana give times. */
export type EpochMs = Brand<number, 'epoch-ms'>;
/** A length of time in milliseconds. */
export type Milliseconds = Brand<number, 'ms'>;
/** A length of time in seconds: how the backend wants a step. */
export type Seconds = Brand<number, 's'>;
/** What CSS calls px. */
export type CssPixels = Brand<number, 'css-px'>;
/** One dot of a canvas's backing store: CSS pixels times the device pixel ratio. */
export type DevicePixels = Brand<number, 'device-px'>;

export const epochMs = (n: number) => n as EpochMs;
export const milliseconds = (n: number) => n as Milliseconds;
export const seconds = (n: number) => n as Seconds;
export const cssPixels = (n: number) => n as CssPixels;
export const toDevicePixels = (px: CssPixels, ratio: number) => Math.round(px * ratio) as DevicePixels;
export const secondsToMilliseconds = (s: Seconds) => (s * 1000) as Milliseconds;
export const millisecondsToSeconds = (ms: Milliseconds) => (ms / 1000) as Seconds;

/** A half-open stretch of time, `from` included and `to` excluded. */
export interface TimeSpan {
  readonly from: EpochMs;
  readonly to: EpochMs;
}
