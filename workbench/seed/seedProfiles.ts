/*
 * What the seeded store holds: a made-up shop whose numbers are known, so that a test can say what must be seen. Stacks
 * are written outermost function first, with their CPU time in milliseconds for each upload.
 */

/** Milliseconds between two uploads. */
export const UPLOAD_INTERVAL = 10_000;
/** Milliseconds after a round time at which uploads happen: those of real profilers keep no round times. */
export const UPLOAD_OFFSET = 3_700;
/** How much there is, in milliseconds before the workbench's start. */
export const SEEDED = 20 * 60_000;
/** For how long after its start uploads are there already when their time has come, in milliseconds. */
export const AHEAD = 2 * 60 * 60_000;
/** From when until when the spike lasts, in milliseconds before the workbench's start. */
export const SPIKE = { from: 8 * 60_000, to: 6 * 60_000 };

export const SERVICE = 'checkout';
/** The function that takes most of the whole time, and the one that the spike is. */
export const HOT_FUNCTION = 'crypto/sha256.block';
export const SPIKE_FUNCTION = 'main.cosineSimilarity';

export type SeedStack = readonly [stack: string, value: number];

export const quiet: readonly SeedStack[] = [
  ['main.main;net/http.(*conn).serve;main.handleOrder;main.priceCart', 300],
  ['main.main;net/http.(*conn).serve;main.handleOrder;main.priceCart;main.applyDiscounts', 900],
  ['main.main;net/http.(*conn).serve;main.handleOrder;main.hashSession;crypto/sha256.block', 1100],
  ['main.main;net/http.(*conn).serve;main.handleOrder;main.renderReceipt;encoding/json.Marshal', 500],
  ['runtime.gcBgMarkWorker;runtime.gcDrain;runtime.scanobject', 700],
];

export const spike: readonly SeedStack[] = [
  ...quiet,
  ['main.main;main.recomputeRecommendations;main.cosineSimilarity', 6500],
  ['main.main;main.recomputeRecommendations;sort.Slice;sort.quickSort', 900],
];

/** The files in which the functions are, for those that have one. */
export const files: Readonly<Record<string, { file: string; startLine: number }>> = {
  'main.handleOrder': { file: '/app/cmd/checkout/orders.go', startLine: 31 },
  'main.priceCart': { file: '/app/cmd/checkout/cart.go', startLine: 12 },
  'main.applyDiscounts': { file: '/app/cmd/checkout/cart.go', startLine: 58 },
  'main.hashSession': { file: '/app/cmd/checkout/session.go', startLine: 20 },
  'main.recomputeRecommendations': { file: '/app/cmd/checkout/recommend.go', startLine: 44 },
  'main.cosineSimilarity': { file: '/app/cmd/checkout/recommend.go', startLine: 90 },
};

/** Bytes in use, by a leak that grows with every upload, in a second service. */
export const leakingService = 'session-store';
export const leakingStacks = (upload: number): readonly SeedStack[] => [
  ['main.main;main.serve;main.loadSession;main.newSession', 4_000_000 + upload * 250_000],
  ['main.main;main.serve;bufio.NewReaderSize', 6_000_000],
];
