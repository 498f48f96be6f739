/*
 * The made-up services of the shop: where their CPU, memory and goroutines go. A weight is a share of the whole.
 */

export interface WeightedStack {
  readonly weight: number;
  /** Functions, the outermost first, apart by semicolons. */
  readonly stack: string;
  /** Value of the label `endpoint`, for those that serve one. */
  readonly endpoint?: string;
}

const GO_SERVER = 'net/http.(*conn).serve;net/http.serverHandler.ServeHTTP;net/http.(*ServeMux).ServeHTTP';
const GO_GC: WeightedStack = { weight: 8, stack: 'runtime.gcBgMarkWorker;runtime.systemstack;runtime.gcDrain' };

export const checkoutCpu: readonly WeightedStack[] = [
  { weight: 14, endpoint: '/cart', stack: `${GO_SERVER};main.handleCart;main.loadCart;encoding/json.Unmarshal` },
  { weight: 6, endpoint: '/cart', stack: `${GO_SERVER};main.handleCart;main.priceCart` },
  { weight: 10, endpoint: '/quote', stack: `${GO_SERVER};main.handleQuote;main.priceCart;main.applyTax` },
  { weight: 16, endpoint: '/quote', stack: `${GO_SERVER};main.handleQuote;main.applyDiscounts;sort.Slice` },
  {
    weight: 9,
    endpoint: '/quote',
    stack: `${GO_SERVER};main.handleQuote;main.renderReceipt;html/template.(*Template).Execute`,
  },
  { weight: 12, endpoint: '/pay', stack: `${GO_SERVER};main.handlePay;main.verifyCard;crypto/rsa.VerifyPSS` },
  { weight: 5, endpoint: '/pay', stack: `${GO_SERVER};main.handlePay;main.chargeCard;net/http.(*Client).Do` },
  { weight: 4, stack: 'runtime.mcall;runtime.park_m;runtime.schedule;runtime.findRunnable' },
  GO_GC,
];

/** What only version 1.9.0 of checkout does. */
export const checkoutLoyalty: readonly WeightedStack[] = [
  {
    weight: 7,
    endpoint: '/pay',
    stack: `${GO_SERVER};main.handlePay;main.computeLoyaltyBonus;regexp.(*Regexp).MatchString`,
  },
  { weight: 3, endpoint: '/pay', stack: `${GO_SERVER};main.handlePay;main.computeLoyaltyBonus` },
];

/** What checkout does in the spike, besides all else. */
export const checkoutSpike: readonly WeightedStack[] = [
  { weight: 7, endpoint: '/pay', stack: `${GO_SERVER};main.handlePay;main.checkFraud;main.scoreHistory;math.Exp` },
  { weight: 2, endpoint: '/pay', stack: `${GO_SERVER};main.handlePay;main.checkFraud;main.scoreHistory` },
  { weight: 1, endpoint: '/pay', stack: `${GO_SERVER};main.handlePay;main.checkFraud;encoding/json.Unmarshal` },
];

export const checkoutMemory: readonly WeightedStack[] = [
  { weight: 30, stack: `${GO_SERVER};main.handleCart;main.loadCart;encoding/json.Unmarshal` },
  { weight: 20, stack: `${GO_SERVER};main.handleQuote;main.renderReceipt;html/template.(*Template).Execute` },
  { weight: 12, stack: `${GO_SERVER};main.handlePay;main.chargeCard;net/http.(*Client).Do` },
  { weight: 6, stack: 'main.main;main.loadCatalogue;encoding/csv.(*Reader).ReadAll' },
];

export const sessionStoreCpu: readonly WeightedStack[] = [
  {
    weight: 5,
    endpoint: '/session',
    stack: `${GO_SERVER};main.handleSession;main.(*Cache).Put;runtime.mapassign_faststr`,
  },
  {
    weight: 3,
    endpoint: '/session',
    stack: `${GO_SERVER};main.handleSession;main.(*Cache).Get;runtime.mapaccess2_faststr`,
  },
  GO_GC,
];

/** Sessions that nobody takes out again. */
export const sessionStoreLeak: readonly WeightedStack[] = [
  { weight: 9, stack: `${GO_SERVER};main.handleSession;main.(*Cache).Put;main.cloneSession` },
  { weight: 1, stack: `${GO_SERVER};main.handleSession;main.(*Cache).Put;runtime.mapassign_faststr;runtime.hashGrow` },
];

export const sessionStoreMemory: readonly WeightedStack[] = [
  { weight: 3, stack: 'main.main;main.loadConfig;io.ReadAll' },
  { weight: 5, stack: 'main.main;net/http.ListenAndServe;net/http.(*Server).Serve;bufio.NewReaderSize' },
];

export const goroutines: readonly WeightedStack[] = [
  { weight: 24, stack: 'net/http.(*conn).serve;bufio.(*Reader).Peek;internal/poll.(*FD).Read;runtime.gopark' },
  { weight: 6, stack: `${GO_SERVER};main.handlePay;main.chargeCard;net/http.(*Client).Do;runtime.gopark` },
  { weight: 2, stack: 'main.main;net/http.(*Server).Serve;net.(*TCPListener).Accept;runtime.gopark' },
];

const JAVA_SERVER =
  'java.lang.Thread.run;java.util.concurrent.ThreadPoolExecutor.runWorker;org.eclipse.jetty.server.Server.handle';

export const ordersCpu: readonly WeightedStack[] = [
  {
    weight: 12,
    endpoint: '/orders',
    stack: `${JAVA_SERVER};com.shop.orders.OrderController.create;com.shop.orders.OrderService.validate;java.util.regex.Matcher.find`,
  },
  {
    weight: 9,
    endpoint: '/orders',
    stack: `${JAVA_SERVER};com.shop.orders.OrderController.create;com.shop.orders.OrderRepository.save;com.zaxxer.hikari.HikariDataSource.getConnection`,
  },
  {
    weight: 11,
    endpoint: '/orders',
    stack: `${JAVA_SERVER};com.shop.orders.OrderController.create;com.fasterxml.jackson.databind.ObjectMapper.writeValue`,
  },
  {
    weight: 6,
    endpoint: '/stock',
    stack: `${JAVA_SERVER};com.shop.orders.StockController.list;java.util.stream.ReferencePipeline.collect;java.util.HashMap.putVal`,
  },
  { weight: 5, stack: 'G1ParTask::work;G1ParScanThreadState::trim_queue' },
];

export const ordersAllocations: readonly WeightedStack[] = [
  {
    weight: 14,
    stack: `${JAVA_SERVER};com.shop.orders.OrderController.create;com.fasterxml.jackson.databind.ObjectMapper.writeValue;java.lang.StringBuilder.toString`,
  },
  {
    weight: 5,
    stack: `${JAVA_SERVER};com.shop.orders.StockController.list;java.util.stream.ReferencePipeline.collect;java.util.ArrayList.grow`,
  },
];

const NODE_SERVER = 'node:internal/process/task_queues:processTicksAndRejections:67;./src/server.js:onRequest:18';

/** What runs, and what waits: the second kind has no CPU. */
export const storefrontRunning: readonly WeightedStack[] = [
  {
    weight: 9,
    endpoint: '/',
    stack: `${NODE_SERVER};./src/renderPage.js:renderPage:31;./src/renderPage.js:renderProducts:77`,
  },
  { weight: 6, endpoint: '/search', stack: `${NODE_SERVER};./src/search.js:search:12;./src/search.js:rankResults:40` },
  { weight: 2, stack: ':Garbage Collection:0' },
];

export const storefrontWaiting: readonly WeightedStack[] = [{ weight: 1, stack: ':(idle):0' }];

export const storefrontHeap: readonly WeightedStack[] = [
  { weight: 8, stack: `${NODE_SERVER};./src/renderPage.js:renderPage:31;./src/templates.js:compileTemplate:9` },
  {
    weight: 3,
    stack: 'node:internal/modules/cjs/loader:Module._load:950;node:internal/modules/cjs/loader:Module._compile:1414',
  },
];
