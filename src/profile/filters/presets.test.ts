import type { FunctionTable } from '../functionTable';
import { recordedJson } from '../testing/recordings';
import type { FlameGraphJson } from '../testing/encoders';
import { foreignFunctions } from './onlyMyCode';
import { presetFor, runtimeFunctions } from './presets';
import type { RuntimePreset } from './stackFilter';

const tableOf = (names: readonly string[], files?: readonly string[]): FunctionTable => ({
  length: names.length + 1,
  names: ['total', ...names],
  ...(files === undefined ? {} : { files, file: Int32Array.from([-1, ...files.keys()]) }),
});
const recorded = (file: string) =>
  tableOf(recordedJson<{ flamegraph: FlameGraphJson }>(`flamegraph/${file}`).flamegraph.names!.slice(1));

const isRuntime = (preset: RuntimePreset, name: string) => runtimeFunctions(tableOf([name]), preset).count === 1;

const own = (table: FunctionTable) => {
  const { flags } = foreignFunctions(table);
  return table.names.filter((_, func) => func > 0 && flags[func] === 0);
};

test.each<[RuntimePreset, string[], string[]]>([
  [
    'go',
    [
      'runtime.mcall',
      'runtime.gcBgMarkWorker.func2',
      'internal/runtime/maps.(*Map).grow',
      'memeqbody',
      'reflect.Value.call',
    ],
    [
      'sort.Slice',
      'net/http.(*conn).serve',
      'main.main',
      'runtimes.Run',
      'reflect.Value.SetInt',
      'compress/flate.init',
    ],
  ],
  [
    'jvm',
    [
      'libjvm.so.VMThread::run',
      'java/lang/Thread.run',
      'java/util/concurrent/ForkJoinPool.runWorker',
      'java.lang.invoke.LambdaForm$MH.invoke',
      'jdk/internal/reflect/GeneratedMethodAccessor4.invoke',
      'shop/Orders$$Lambda_.apply',
      './usr/lib/jvm/java-17-openjdk-amd64/bin/java',
    ],
    ['java/util/HashMap.putVal', 'shop/Orders.lambda$route$0', 'java/util/concurrent/ConcurrentHashMap.get'],
  ],
  [
    'node',
    [
      'node:internal/process/task_queues:processTicksAndRejections:67',
      'node:events:emit:519',
      '(garbage collector)',
      ':(idle):0',
      // As newer agents write what is no function of JavaScript.
      'Garbage Collection',
      'Non JS threads activity',
    ],
    ['node:zlib:processCallback:500', 'node:internal/deps/undici/undici:add:1153', './src/a.js:run:1', ':sort:0'],
  ],
  [
    'python',
    [
      '<frozen importlib._bootstrap>:_find_and_load - 1',
      '/usr/lib/python3.11/threading.py:_bootstrap - 995',
      '/usr/lib/python3.11/asyncio/events.py:_run - 80',
      '_PyEval_EvalFrameDefault',
      // As Pyroscope's ingestion writes what py-spy sends.
      'threading.py _bootstrap_inner',
      'asyncio/base_events.py run_forever',
      'concurrent/futures/thread.py _worker',
      '<frozen importlib._bootstrap> _find_and_load',
      '<frozen runpy> _run_code',
      // The file's path was absolute: it is not in the name.
      '_bootstrap_inner',
    ],
    [
      '/app/work.py:run - 3',
      '/usr/lib/python3.11/json/decoder.py:decode - 3',
      'main.py <module>',
      'shop/selectors.py active_carts',
      '/app/shop/threading.py run',
      'contextlib.py __enter__',
      'run',
    ],
  ],
  [
    'dotnet',
    [
      'System.Private.CoreLib!System.Threading.ThreadPoolWorkQueue.Dispatch',
      'System.Runtime.CompilerServices.AsyncTaskMethodBuilder.Start',
      // As Pyroscope's agent writes them: the namespace, then the type.
      'System.Threading!PortableThreadPool.WorkerThread.WorkerThreadStart',
      'System.Runtime.CompilerServices!AsyncMethodBuilderCore.Start<!<Invoke>d__9>',
      'System!GC.Collect',
      'Microsoft.Extensions.Hosting!HostingAbstractionsHostExtensions.RunAsync',
    ],
    [
      'System.Text.Json!System.Text.Json.JsonSerializer.Serialize',
      'Acme.Web!Acme.Web.Controller.Post',
      'System!Number.UInt64ToDecStr',
      'WebApplication1.Controllers!CpuController.fib',
      'Microsoft.AspNetCore.Mvc.Infrastructure!ResourceInvoker.Next',
    ],
  ],
  [
    'ruby',
    [
      '<internal:kernel>:loop',
      'Kernel#require',
      '(garbage collection)',
      // As Pyroscope's ingestion writes what rbspy sends.
      '<internal:kernel> loop',
      '(unknown) require [c function]',
      '(unknown) instance_exec [c function]',
      'config/boot.rb <top (required)>',
      '/usr/local/lib/ruby/3.2.0/monitor.rb mon_synchronize',
      '/usr/local/bundle/gems/bootsnap-1.16.0/lib/bootsnap/load_path_cache/core_ext/kernel_require.rb require',
    ],
    [
      'Rack::Builder#call',
      'Array#each',
      '(unknown) each [c function]',
      'server.rb block in <main>',
      'lib/cart.rb payload',
      'lib/cart.rb load',
      'Cart#load',
    ],
  ],
  [
    'rust',
    [
      'std::rt::lang_start',
      'tokio::runtime::park::Inner::park',
      '<alloc::boxed::Box<F> as core::ops::FnOnce>::call_once',
      // As pprof-rs writes them.
      'std::rt::lang_start::{{closure}}',
      'std::sys::backtrace::__rust_begin_short_backtrace',
      'core::ops::function::FnOnce::call_once{{vtable.shim}}',
      '<core::pin::Pin<P> as core::future::future::Future>::poll',
      '<F as core::future::future::Future>::poll',
      'backtrace::backtrace::trace',
      'pprof::profiler::perf_signal_handler',
      '__libc_start_call_main',
    ],
    [
      'serde_json::de::from_str',
      'shop::cart::total',
      'std::collections::HashMap<K,V>::insert',
      'alloc::vec::Vec<T>::push',
      'core::slice::sort::merge_sort',
      '<shop::Fetch as core::future::future::Future>::poll',
    ],
  ],
])('the runtime of %s is its own frames and no library that does work', (preset, runtime, others) => {
  expect(runtime.filter((name) => !isRuntime(preset, name))).toEqual([]);
  expect(others.filter((name) => isRuntime(preset, name))).toEqual([]);
});

test.each<[string, RuntimePreset]>([
  ['checkout.process_cpu_cpu.json.gz', 'go'],
  ['orders.process_cpu_cpu.json.gz', 'jvm'],
  ['storefront.wall_wall.json.gz', 'node'],
  ['synthetic-dotnet.process_cpu_exception.json', 'dotnet'],
])('the language of the recorded %s is found', (file, preset) => {
  expect(presetFor({ functions: recorded(file) })).toBe(preset);
});

test.each<[string[], RuntimePreset | undefined]>([
  [['/app/a.py:run - 1', '/usr/lib/python3.11/json/decoder.py:decode - 3', 'malloc'], 'python'],
  [['Rack::Builder#call', '/app/a.rb:12 - call'], 'ruby'],
  [['tokio::runtime::task::run', 'shop::main', '<T as core::clone::Clone>::clone'], 'rust'],
  [['malloc', 'free', 'main'], undefined],
  [[], undefined],
])('the language of %j is %s', (names, preset) => {
  expect(presetFor({ functions: tableOf(names) })).toBe(preset);
});

test('of a recorded Go program its own packages are left', () => {
  const packages = own(recorded('checkout.process_cpu_cpu.json.gz')).map((name) => name.slice(0, name.indexOf('.')));
  expect([...new Set(packages)].sort()).toEqual(['main', 'shop/common']);
});

test('of a recorded Java program its own classes are left, without the glue of lambdas', () => {
  const names = own(recorded('orders.process_cpu_cpu.json.gz'));
  expect(names.filter((name) => !/^shop\/Orders/.test(name))).toEqual([]);
  expect(names).toContain('shop/Orders.lambda$route$0');
  expect(names.filter((name) => name.includes('$$Lambda'))).toEqual([]);
});

test('of a recorded Node.js program its own files are left', () => {
  const names = own(recorded('storefront.wall_wall.json.gz'));
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !name.startsWith('./node/storefront.js:'))).toEqual([]);
});

test.each([
  [
    '.NET',
    ['Acme.Web!Acme.Web.Cart.Post'],
    ['System.Private.CoreLib!System.Number.ParseDecimal', 'Npgsql!Npgsql.Open'],
  ],
  [
    '.NET, as the agent writes it',
    ['WebApplication1.Controllers!CpuController.fib'],
    ['System!Number.UInt64ToDecStr', 'Swashbuckle.AspNetCore.Swagger!SwaggerMiddleware.Invoke'],
  ],
  [
    'Python, with paths from where modules lie',
    ['main.py work', 'shop/json.py dump'],
    ['contextlib.py __enter__', 'flask/app.py wsgi_app', 'pyroscope/__init__.py tag_wrapper', 'json/decoder.py decode'],
  ],
  ['Python', ['/app/shop/cart.py:add - 1'], ['/venv/lib/python3.11/site-packages/requests/api.py:get - 62', 'malloc']],
  [
    'Ruby',
    ['/app/cart.rb:12 - add', 'Cart#add'],
    ['/bundle/gems/rack-2.2.4/lib/rack/builder.rb:12 - call', 'Array#each'],
  ],
  ['Rust', ['shop::cart::add'], ['tokio::runtime::park::park', '<alloc::vec::Vec<T> as core::clone::Clone>::clone']],
  ['C', ['add_to_cart', 'main'], []],
  [
    'Go, with a host',
    ['github.com/acme/shop/cart.Add', 'github.com/acme/shop/internal/price.Of', 'main.main'],
    ['github.com/lib/pq.(*conn).exec', 'net/http.(*conn).serve', 'runtime.mcall', 'golang.org/x/net/http2.Serve'],
  ],
])("of %s, one's own code is told from what others wrote", (_, mine, others) => {
  expect(own(tableOf([...others, ...mine]))).toEqual(mine);
});

test('files say more than names: what lies in a module cache is not the program', () => {
  const names = ['github.com/acme/one.F', 'github.com/acme/two.F', 'github.com/acme/two/x.F'];
  const files = [
    '/src/one/f.go',
    '/go/pkg/mod/github.com/acme/two@v1.2.3/f.go',
    '/go/pkg/mod/github.com/acme/two@v1.2.3/x/f.go',
  ];
  expect(own(tableOf(names, files))).toEqual(['github.com/acme/one.F']);
});
