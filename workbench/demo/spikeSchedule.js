// @ts-check

/** When the expensive job runs: 40 s of every 3 minutes, the first time half a minute after the start. */
const FIRST_SECOND = 30;
const EVERY_SECONDS = 180;
const LASTS_SECONDS = 40;

/**
 * Whether the job runs so many seconds after the start.
 * @param {number} seconds
 */
export function spikeRuns(seconds) {
  return seconds >= FIRST_SECOND && (seconds - FIRST_SECOND) % EVERY_SECONDS < LASTS_SECONDS;
}
