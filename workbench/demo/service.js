// @ts-check
/*
 * The demo service: a small web shop in one process, with customers of its own, profiled by @pyroscope/nodejs. Plain
 * JavaScript, so that the lines which the profiler sees are the lines of these files.
 *
 * Environment:
 *   PYROSCOPE_SERVER_ADDRESS      where to push, e.g. http://127.0.0.1:4040 (the default)
 *   PYROSCOPE_FLUSH_INTERVAL_MS   how often to push, 10000 unless set
 *   DEMO_POD                      value of the label `pod`
 */
import { setFlagsFromString } from 'node:v8';
import Pyroscope from '@pyroscope/nodejs';
import { createCustomers } from './customers.js';
import { handleRequest } from './shop/handleRequest.js';
import { recomputeRecommendations } from './shop/recomputeRecommendations.js';
import { spikeRuns } from './spikeSchedule.js';

/** The job takes this much CPU time of every slice, and leaves the rest to the customers. */
const SLICE_MS = 100;
const JOB_MS = 65;

/** Longest wait for the last profile when the process is asked to end. */
const LAST_PUSH_MS = 2_000;

// V8 builds small functions into their callers and profiles them as those: here every function is to be seen.
setFlagsFromString('--no-turbo-inlining');
setFlagsFromString('--no-maglev-inlining');

const flushIntervalMs = Number(process.env.PYROSCOPE_FLUSH_INTERVAL_MS ?? 10_000);

Pyroscope.init({
  appName: 'checkout',
  serverAddress: process.env.PYROSCOPE_SERVER_ADDRESS ?? 'http://127.0.0.1:4040',
  flushIntervalMs,
  tags: { namespace: 'demo', pod: process.env.DEMO_POD ?? 'checkout-0', version: '1.4.0' },
  wall: { collectCpuTime: true, samplingDurationMs: flushIntervalMs },
  // Finer than the default of 512 kB: the whole heap of the shop is only some tens of megabytes.
  heap: { samplingIntervalBytes: 64 * 1024 },
  shortenPaths: true,
});
Pyroscope.start();

const startedAt = performance.now();
const secondsSinceStart = () => (performance.now() - startedAt) / 1000;

const customers = createCustomers(1);

/** @type {NodeJS.Timeout | undefined} */
let nextCustomer;

function serveNextCustomer() {
  const request = customers.nextRequest();
  Pyroscope.wrapWithLabels({ endpoint: request.endpoint, region: request.region }, function serve() {
    handleRequest(request);
  });
  nextCustomer = setTimeout(serveNextCustomer, customers.nextPause(secondsSinceStart()));
}

function runJobs() {
  if (spikeRuns(secondsSinceStart())) {
    Pyroscope.wrapWithLabels({ job: 'recommendations' }, function runRecommendations() {
      recomputeRecommendations(JOB_MS);
    });
  }
}

async function stop() {
  // Labels may be set only while the profiler runs, so the shop closes first.
  clearTimeout(nextCustomer);
  clearInterval(jobs);
  // The SDK flushes in an immediate after its timer: one that waits already would find its profiler gone.
  await new Promise((resolve) => setImmediate(resolve));
  await Promise.race([Pyroscope.stop(), new Promise((resolve) => setTimeout(resolve, LAST_PUSH_MS))]);
  process.exit(0);
}

serveNextCustomer();
const jobs = setInterval(runJobs, SLICE_MS);

process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
// Only a process that startDemo spawned has a channel: it ends when its parent does.
process.once('disconnect', () => void stop());
