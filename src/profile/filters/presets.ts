import type { CallTree } from '../callTree';
import type { FunctionTable } from '../functionTable';
import { placeOf } from '../functionInterner';
import type { FunctionMatches } from '../search';
import { functionPackages } from '../symbols/functionPackages';
import { languageOf } from '../symbols/languageOf';
import { functionsWhere } from './functionsMatching';
import type { RuntimePreset } from './stackFilter';

/**
 * What belongs to a language's runtime and not to what a program asked it for: scheduler, garbage collector, event
 * loop, the loading of code, and the frames that only pass a call on (reflection, lambdas, proxies, futures). Library
 * functions that do work, such as Go's `sort` or Java's `HashMap`, are none of it.
 */
interface Runtime {
  /** Packages, as `parseSymbol` reads them, with all below them. Java's are written with dots. */
  readonly packages: readonly string[];
  /** Full names of further functions. */
  readonly names: RegExp;
}

/**
 * Where the facts come from: for Go, Java, Node.js and .NET the recorded profiles of such programs in the tests, and
 * those in Pyroscope's own; for Python, Ruby and Rust what its agents send (pyroscope-rs: backends of py-spy, rbspy and
 * pprof-rs) and its ingestion makes of that: `threading.py run`, or `run` alone where the file's path is absolute;
 * `server.rb block in <main>`, `(unknown) require [c function]`; `std::rt::lang_start::{{closure}}`.
 */
const RUNTIMES: Readonly<Record<RuntimePreset, Runtime>> = {
  go: {
    packages: ['runtime', 'internal/runtime', 'internal/abi', 'internal/bytealg', 'internal/cpu', 'internal/race'],
    names:
      /^(?:reflect\.(?:Value\.(?:call|Call)|callReflect|callMethod|makeFuncStub|methodValueCall|\(\*rtype\))|sync\.runtime_|sync\/atomic\.|internal\/(?:sync|poll)\.runtime_|type:?\.{1,2}|(?:gogo|mem(?:eq|hash|clr|move)\w*|aeshash\w*|cmpbody|(?:index|count)\w*body|gosave_systemstack_switch|_?rt0_\w+|go:.*)$)/,
  },
  jvm: {
    packages: [
      'libjvm.so',
      'libjli.so',
      'java.lang.invoke',
      'java.lang.reflect',
      'jdk.internal.reflect',
      'jdk.internal.vm',
      'jdk.internal.misc',
      'sun.reflect',
      'com.sun.proxy',
      'jdk.proxy',
    ],
    names:
      /\$\$Lambda|\$\$(?:EnhancerBy|FastClassBy|SpringCGLIB)|\$Proxy\d|LambdaForm\$|^java[/.]lang[/.](?:Thread|VirtualThread)[\w$]*\.(?:run|runWith|runContinuation)|^java[/.]util[/.]concurrent[/.](?:ThreadPoolExecutor|ForkJoin|CountedCompleter|FutureTask|Executors\$|CompletableFuture|ScheduledThreadPoolExecutor)|^(?:\.\/)?\S*\/bin\/java$|^(?:libc|libpthread|ld-linux\S*?)\.so|^(?:JavaThread|Interpreter|call_stub|thread_native_entry|start_thread|__clone3?|clone)\b|_\[k\]$|^\[/,
  },
  node: {
    packages: ['node:events', 'node:timers', 'node:async_hooks', 'node:diagnostics_channel'],
    names:
      /^node:internal\/(?!deps\/)|^\(?(?:garbage collector|program|idle|root)\)?$|^:?\((?:external|garbage collector|program|idle)\)(?::\d+)?$|^(?:Garbage Collection|Non JS threads activity|Node\.js)$|^wasm-to-js:|^(?:node::|v8::|uv_|uv__)/,
  },
  python: {
    packages: ['importlib', 'asyncio', 'threading', 'runpy', 'selectors', 'socketserver', 'concurrent'],
    names:
      /<frozen (?:importlib|runpy|zipimport)|(?:^|\/lib\/python[\d.]+\/)(?:(?:importlib|asyncio|concurrent\/futures)\/|(?:threading|runpy|selectors|socketserver|contextvars)\.py)|^(?:_bootstrap(?:_inner)?|_run_(?:module_as_main|module_code|code|once)|_find_and_load(?:_unlocked)?|_load_unlocked|_call_with_frames_removed|exec_module|run_forever|run_until_complete)$|^_?Py[A-Z_]\w*$|^(?:take_gil|gc_collect\w*|_start|__libc_start_main\w*|start_thread)$/,
  },
  dotnet: {
    packages: [
      'System.Threading',
      'System.Runtime',
      'System.Reflection',
      'System.GC',
      'System.Dynamic',
      'Microsoft.Extensions.Hosting',
    ],
    names:
      /^(?:[\w.]+!)?System\.(?:Threading|Runtime|Reflection|GC|Dynamic|RuntimeMethodHandle|Delegate|MulticastDelegate|AppContext|StartupHookProvider)\b|^System!(?:GC|RuntimeMethodHandle|RuntimeType|Delegate|MulticastDelegate|AppContext|StartupHookProvider)\b|^(?:libcoreclr|libclrjit|libhostpolicy|libhostfxr|coreclr|clrjit)\b|^(?:\(dynamicClass\)|DynamicClass)\b|^lambda_method/,
  },
  ruby: {
    packages: ['bootsnap', 'bundler', 'zeitwerk', 'rubygems'],
    names:
      /^<internal:|^<(?:main|top \(required\)|cfunc)>|\.rb <top \(required\)>$|^(?:Kernel[#.]|\(unknown\) )?(?:require|require_relative|load|autoload)(?: \[c function\])?$|\/kernel_require\.rb |^\(unknown\) (?:call|new|instance_exec|instance_eval|class_eval|module_eval|class_exec|catch|loop|send|__send__|public_send|synchronize|tap|then) \[c function\]$|^\((?:garbage collection|marking|sweeping)\)$|^(?:rb_|vm_|gc_|ruby_|invoke_block)\w*$|(?:^|\/)(?:monitor|timeout|rubygems|bundled_gems)\.rb/,
  },
  rust: {
    packages: [
      'std::rt',
      'std::sys',
      'std::sys_common',
      'std::thread',
      'std::panic',
      'std::panicking',
      'core::future',
      'core::ops::function',
      'core::panic',
      'core::panicking',
      'core::pin',
      'core::task',
      'alloc::alloc',
      'alloc::boxed',
      'tokio',
      'mio',
      'rayon_core',
      'crossbeam_deque',
      'futures_core',
      'futures_util',
      'async_std',
      'parking_lot_core',
      'backtrace',
      'pprof',
    ],
    names:
      /^<[A-Z]\w? as core::(?:future|ops)::|^<(?:&mut |&|dyn )*(?:core::(?:future|ops::function|panic|pin|task)|alloc::boxed|tokio)::|^(?:__rust_\w+|rust_(?:begin_unwind|panic\w*)|_?_libc_start_(?:main|call_main)\w*|_start|start_thread|__clone3?|clone3?|__restore_rt)$/,
  },
};

const known = new WeakMap<FunctionTable, Partial<Record<RuntimePreset, FunctionMatches>>>();

/** The functions of a language's runtime. Worked out once for a table; linear in functions. */
export function runtimeFunctions(functions: FunctionTable, preset: RuntimePreset): FunctionMatches {
  const ofTable = known.get(functions) ?? {};
  known.set(functions, ofTable);
  return (ofTable[preset] ??= findRuntimeFunctions(functions, RUNTIMES[preset]));
}

function findRuntimeFunctions(functions: FunctionTable, { packages, names }: Runtime): FunctionMatches {
  const { packages: packageOf } = functionPackages(functions);
  const isRuntime = new Map<string, boolean>();
  return functionsWhere(functions, (func) => {
    const own = packageOf[func];
    let isIn = isRuntime.get(own);
    if (isIn === undefined) {
      isIn = packages.some((path) => isBelow(own, path));
      isRuntime.set(own, isIn);
    }
    return isIn || names.test(functions.names[func].slice(0, LONGEST_NAME));
  });
}

/** Names are read up to here: what is longer is generated. */
const LONGEST_NAME = 1000;

/** Whether a package is `path`, or one below it, whichever sign its language puts between the parts. */
export function isBelow(own: string, path: string): boolean {
  if (own.length < path.length) {
    return false;
  }
  const isJava = path.includes('.') && own.includes('/');
  const head = own.slice(0, path.length);
  const next = own[path.length];
  const fits = head === path || (isJava && head.replaceAll('/', '.') === path);
  return fits && (next === undefined || next === '/' || next === '.' || next === ':');
}

/** The language that most functions of a profile are written in, if that is one with a preset and no mere trace. */
export function presetFor({ functions }: Pick<CallTree, 'functions'>): RuntimePreset | undefined {
  const votes = new Map<RuntimePreset, number>();
  for (let func = 1; func < functions.length; func++) {
    const language = languageOf(functions.names[func], placeOf(functions, func)?.file);
    if (language !== undefined && language !== 'native') {
      votes.set(language, (votes.get(language) ?? 0) + 1);
    }
  }
  const [winner] = [...votes].sort(([, a], [, b]) => b - a);
  return winner !== undefined && winner[1] * LEAST_SHARE >= functions.length - 1 ? winner[0] : undefined;
}

/** One function in so many must be of a language for it to be the profile's. */
const LEAST_SHARE = 10;
