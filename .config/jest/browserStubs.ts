/* What jsdom lacks and Grafana's packages touch when they are imported. */
import { TextDecoder, TextEncoder } from 'node:util';

class ObserverStub {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}

Object.assign(globalThis, {
  TextDecoder,
  TextEncoder,
  IntersectionObserver: ObserverStub,
  ResizeObserver: ObserverStub,
  matchMedia: (query: string) => ({
    matches: false,
    media: query,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
  }),
});
