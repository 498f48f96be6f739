import { createRandom } from './random';

const GO_PACKAGES = [
  'runtime',
  'net/http',
  'encoding/json',
  'crypto/tls',
  'database/sql',
  'github.com/acme/shop/internal/cart',
  'github.com/acme/shop/internal/price',
  'github.com/acme/platform/pkg/store',
  'google.golang.org/grpc/internal/transport',
  'go.opentelemetry.io/otel/sdk/trace',
];
const JAVA_PACKAGES = [
  'java/util/concurrent',
  'java/util/stream',
  'java/lang/invoke',
  'sun/nio/ch',
  'io/netty/channel/epoll',
  'org/springframework/web/servlet/mvc/method/annotation',
  'com/acme/billing/invoice',
  'com/acme/billing/ledger/internal',
  'com/acme/search/index',
  'com/fasterxml/jackson/databind/ser/std',
];
const THINGS = ['Cart', 'Order', 'Price', 'Token', 'Stream', 'Buffer', 'Query', 'Page', 'Span', 'Policy', 'Invoice'];
const ROLES = [
  'Handler',
  'Reader',
  'Writer',
  'Pool',
  'Codec',
  'Cache',
  'Resolver',
  'Iterator',
  'Executor',
  'Repository',
];
const DEEDS = [
  'serve',
  'read',
  'write',
  'encode',
  'decode',
  'lookup',
  'flush',
  'merge',
  'validate',
  'compute',
  'invoke',
];
const ENDINGS = ['', 'All', 'Batch', 'Async', 'WithRetry', 'Slow', 'Locked', 'Internal', 'IfAbsent', '$lambda$0'];

/** Distinct names as Go's and the JVM's profilers write them. The first one is the root's, "total". */
export function functionNames(count: number, seed: number): string[] {
  const random = createRandom(seed);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)];
  const names = new Set(['total']);
  while (names.size < count) {
    const type = pick(THINGS) + pick(ROLES);
    const deed = pick(DEEDS) + pick(THINGS) + pick(ENDINGS);
    const name = random() < 0.5 ? `${pick(GO_PACKAGES)}.(*${type}).${deed}` : `${pick(JAVA_PACKAGES)}/${type}.${deed}`;
    names.add(names.has(name) ? `${name}${names.size}` : name);
  }
  return [...names];
}
