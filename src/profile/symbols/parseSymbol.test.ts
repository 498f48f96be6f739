import { parseSymbol } from './parseSymbol';

test.each([
  // Go
  ['net/http.(*conn).serve', 'net/http', 'net', 'http.(*conn).serve > (*conn).serve > serve'],
  ['net.(*netFD).Read', 'net', 'net', '(*netFD).Read > Read'],
  ['runtime.(*mcache).refill', 'runtime', 'runtime', '(*mcache).refill > refill'],
  ['main.main.instrument.func3.1', 'main', 'main', 'main.instrument.func3.1 > instrument.func3.1'],
  [
    'github.com/acme/shop/internal/cart.(*Cart).Add',
    'github.com/acme/shop/internal/cart',
    'github.com/acme/shop/internal/cart',
    'cart.(*Cart).Add > (*Cart).Add > Add',
  ],
  ['slices.SortFunc[go.shape.[]github.com/x/y.T,int]', 'slices', 'slices', 'slices.SortFunc > SortFunc'],
  // Java
  ['java/util/HashMap.putVal', 'java/util', 'java/util', 'HashMap.putVal > putVal'],
  ['java/lang/StringBuffer.<init>', 'java/lang', 'java/lang', 'StringBuffer.<init> > <init>'],
  [
    'com.acme.billing.InvoiceHandler.process(Invoice, Options)',
    'com.acme.billing',
    'com.acme.billing',
    'com.acme.billing.InvoiceHandler.process > InvoiceHandler.process > process',
  ],
  ['libjvm.so.JavaThread::run', 'libjvm.so', 'libjvm.so', 'JavaThread::run > run'],
  // Python
  ['/app/lib/bike/bike.py:order_bike - 8', '/app/lib/bike', '/app/lib/bike', 'bike.py:order_bike > order_bike'],
  ['/usr/lib/python3.11/site-packages/requests/api.py:get - 62', 'requests', 'requests', 'api.py:get > get'],
  ['/usr/lib/python3.11/json/decoder.py:decode - 3', 'json', 'json', 'decoder.py:decode > decode'],
  // Node.js
  [
    'node:internal/streams/writable:afterWrite:699',
    'node:internal/streams/writable',
    'node',
    'writable:afterWrite > afterWrite',
  ],
  ['./node_modules/@acme/http/dist/router.js:handle:42', '@acme/http', '@acme', 'router.js:handle > handle'],
  [
    './src/server.ts:(anonymous:L#54:C#33):54',
    './src',
    './src',
    'server.ts:(anonymous:L#54:C#33) > (anonymous:L#54:C#33)',
  ],
  // .NET
  [
    'System.Text.Json!System.Text.Json.Reader.Read(bool)',
    'System.Text.Json',
    'System.Text',
    'System.Text.Json.Reader.Read(bool) > System.Text.Json.Reader.Read > Reader.Read > Read',
  ],
  [
    'System.Threading!PortableThreadPool.WorkerThread.Start',
    'System.Threading',
    'System.Threading',
    'PortableThreadPool.WorkerThread.Start > WorkerThread.Start > Start',
  ],
  ['Shop.Controllers!CartController.Add', 'Shop.Controllers', 'Shop.Controllers', 'CartController.Add > Add'],
  ['Acme.Shop.Cart.Add(int)', 'Acme.Shop', 'Acme.Shop', 'Acme.Shop.Cart.Add > Cart.Add > Add'],
  // Ruby
  ['Rack::Builder#call', 'Rack', 'Rack', 'Builder#call > call'],
  ['/usr/local/bundle/gems/rack-2.2.4/lib/rack/builder.rb:12 - call', 'rack', 'rack', 'builder.rb:call > call'],
  // Rust and C++
  [
    'tokio::runtime::park::Inner<T>::park',
    'tokio::runtime::park',
    'tokio::runtime',
    'tokio::runtime::park::Inner::park > Inner::park > park',
  ],
  [
    '<alloc::vec::Vec<T> as core::clone::Clone>::clone',
    'alloc::vec',
    'alloc',
    'alloc::vec::Vec::clone > Vec::clone > clone',
  ],
  ['folly::detail::Foo::bar(int const&)', 'folly::detail', 'folly::detail', 'folly::detail::Foo::bar > Foo::bar > bar'],
  // No package
  ['malloc', '', '', ''],
  ['[vdso]', '', '', ''],
  ['', '', '', ''],
])('%s', (name, packageName, family, shortened) => {
  const symbol = parseSymbol(name);
  expect(symbol.package).toBe(packageName);
  expect(symbol.family).toBe(family);
  expect(symbol.shortened().join(' > ')).toBe(shortened);
});

test('a bare name belongs to the package of its file', () => {
  expect(parseSymbol('get', '/usr/lib/python3/site-packages/requests/api.py').package).toBe('requests');
  expect(parseSymbol('work', 'shop/cart/cart.go').package).toBe('shop/cart');
  expect(parseSymbol('net/http.Get', 'elsewhere.go').package).toBe('net/http');
});

test('no name, however odd, is lost or takes long', () => {
  const odd = ['(((((', '<<<>>>', '::', '#', '!', '...', '/', ':::1', 'a::', '\u0000\u0007', '\u202e::x', '.so.x', '$'];
  for (const name of [...odd, ...odd.map((part) => part.repeat(200_000))]) {
    for (const form of parseSymbol(name).shortened()) {
      expect(form.length).toBeGreaterThan(0);
      expect(form.length).toBeLessThanOrEqual(name.length);
    }
  }
});
