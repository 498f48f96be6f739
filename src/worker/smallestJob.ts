/**
 * Answers of fewer bytes are decoded in place. That takes 4 to 7 ms at this size (10,000 nodes; the backend's default
 * of 8,192 is 450 kB), which is no longer than it takes the page to post bytes and to read an answer.
 */
export const SMALLEST_JOB_BYTES = 512 * 1024;

/** Trees of fewer nodes in all are worked on in place: half a second takes a million of them. */
export const SMALLEST_JOB_NODES = 40_000;
