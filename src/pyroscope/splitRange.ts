import { epochMs, secondsToMilliseconds, type Milliseconds, type Seconds, type TimeSpan } from '../base/units';

/** Parts of at most `longest`, each beginning where the one before ends. */
export function splitRange({ from, to }: TimeSpan, longest: Milliseconds): TimeSpan[] {
  const parts: TimeSpan[] = [];
  for (let start: number = from; start < to; start += longest) {
    parts.push({ from: epochMs(start), to: epochMs(Math.min(start + longest, to)) });
  }
  return parts;
}

/**
 * Parts of at most `longest` whose points together are those of the whole range: the backend gives points at
 * `from + k * step` up to `to`, each for the step before it, the one at `from` too. So each part begins one step after
 * the last point of the part before. A step that is longer than `longest` has a part to itself.
 */
export function splitSteps({ from, to }: TimeSpan, stepSeconds: Seconds, longest: Milliseconds): TimeSpan[] {
  const step = secondsToMilliseconds(stepSeconds);
  const stepsEach = Math.floor(longest / step);
  const parts: TimeSpan[] = [];
  for (let first = 0; from + first * step <= to; first += stepsEach + 1) {
    const start = from + first * step;
    const end = Math.min(start + stepsEach * step, to);
    parts.push({ from: epochMs(start), to: epochMs(end) });
  }
  return parts;
}
