import type { FunctionTable } from '../functionTable';
import { placeOf } from '../functionInterner';
import type { FunctionMatches } from '../search';
import { functionPackages } from '../symbols/functionPackages';
import { isGoStandard, languageOf, type NameLanguage } from '../symbols/languageOf';
import { functionsWhere } from './functionsMatching';
import { mainModuleOf } from './goMainModule';
import { isBelow } from './presets';

const words = (text: string) => text.split(/\s+/);

/** Packages, with all below them, of platforms and of libraries that many programs use. */
const LIBRARIES = {
  jvm: words(
    `java javax jdk sun com.sun kotlin kotlinx scala groovy clojure akka jakarta android androidx reactor okhttp3 okio
    org.apache org.springframework org.hibernate org.eclipse org.jboss org.slf4j org.postgresql org.jetbrains org.junit
    org.h2 org.xerial org.objectweb org.codehaus org.joda org.mortbay org.glassfish org.elasticsearch org.redisson
    com.google com.fasterxml com.zaxxer com.mysql com.mongodb com.amazonaws com.azure com.codahale com.netflix
    com.squareup com.github.benmanes com.datadoghq com.newrelic com.oracle com.rabbitmq ch.qos.logback
    io.netty io.grpc io.micrometer io.opentelemetry io.opentracing io.prometheus io.pyroscope io.vertx io.undertow
    io.quarkus io.micronaut io.dropwizard io.reactivex io.lettuce io.jaegertracing net.bytebuddy one.profiler`
  ),
  dotnet: words(
    `System Microsoft Interop Internal MS Windows Grpc Google Newtonsoft Npgsql Dapper Serilog NLog Polly AutoMapper MediatR
    StackExchange MongoDB RabbitMQ Azure Amazon Swashbuckle OpenTelemetry Pyroscope Datadog MySql MassTransit Castle FluentValidation`
  ),
  /** Modules of Python's standard library, and widely used packages, as paths to them begin. */
  python: words(
    `_pytest abc aiohttp anyio argparse ast asyncio asyncpg attr attrs base64 billiard bisect boto3 botocore celery certifi
    charset_normalizer click codecs collections concurrent contextlib contextvars copy copyreg cryptography csv ctypes
    dataclasses datetime ddtrace decimal django email encodings enum eventlet fastapi flask functools genericpath gevent
    google greenlet grpc gunicorn gzip h11 h2 hashlib heapq hmac html http httpcore httpx idna importlib inspect ipaddress
    jinja2 json kombu logging markupsafe mimetypes multidict multiprocessing numpy opentelemetry os pandas pathlib pickle
    pip pkg_resources pkgutil platform posixpath prometheus_client psycopg psycopg2 pydantic pyroscope queue random re
    redis requests runpy sched scipy selectors sentry_sdk setuptools shutil signal sklearn sniffio socket socketserver
    sqlalchemy sqlite3 sre_compile sre_parse ssl starlette statistics string subprocess tempfile tensorflow textwrap
    threading timeit tokenize torch tornado traceback twisted types typing typing_extensions unittest urllib urllib3 uuid
    uvicorn uvloop warnings weakref werkzeug wsgiref xml yaml yarl zipfile zipimport zoneinfo`
  ),
  /** First parts of Rust crates and C++ namespaces. */
  native: words(
    `std core alloc proc_macro test tokio tokio_util mio hyper hyper_util h2 http tower tower_http axum actix_web actix_rt
    reqwest rustls ring futures futures_core futures_util futures_channel futures_executor async_std smol rayon rayon_core
    crossbeam crossbeam_channel crossbeam_deque crossbeam_epoch crossbeam_utils parking_lot parking_lot_core serde
    serde_json serde_core bincode prost tonic regex regex_automata aho_corasick memchr hashbrown indexmap bytes tracing
    tracing_core tracing_subscriber log backtrace gimli addr2line object pprof pyroscope rand rand_core rand_chacha num_traits
    chrono time uuid sqlx diesel clap anyhow thiserror once_cell lazy_static boost __gnu_cxx __cxxabiv1 absl folly google
    grpc fmt spdlog tcmalloc jemalloc rocksdb v8 node uv`
  ),
  /** First parts of Ruby's core classes and of gems. */
  ruby: words(
    `Kernel Object BasicObject Module Class Array Hash String Symbol Integer Float Numeric Range Regexp Proc Method Thread
    Mutex Monitor Enumerable Enumerator Comparable IO File Dir Time Struct Set JSON Process Signal GC ObjectSpace Marshal
    Timeout Net OpenSSL Socket TCPSocket TCPServer BasicSocket URI ERB CGI Logger StringIO Random Gem Bundler Bootsnap Zeitwerk
    Rack Rails ActiveRecord ActiveModel ActiveSupport ActiveJob ActionController ActionDispatch ActionView ActionMailer
    ActionCable AbstractController Puma Unicorn Sidekiq Redis RedisClient PG Mysql2 Faraday Sinatra Grape Devise Warden
    Concurrent Nokogiri I18n Mustermann Pyroscope OpenTelemetry Datadog NewRelic`
  ),
} satisfies Partial<Record<NameLanguage, readonly string[]>>;

/** Where package managers and distributions put what is installed; Go's module cache writes versions after an @. */
const INSTALLED =
  /node_modules\/|(?:site|dist)-packages\/|\/gems\/|\/lib\/(?:python|ruby)[\d.]*\/|vendor\/(?:bundle|ruby)|<frozen |<internal:|\/pkg\/mod\/|@v\d|\/(?:usr\/local\/go|go\/src|libexec)\/src\/|\/rustc\/|\.cargo\/registry/;

const known = new WeakMap<FunctionTable, FunctionMatches>();

/**
 * The functions that are not the program's own: runtimes, standard libraries, dependencies. Decided by names, and by
 * files where the profile has them:
 *
 *   files    what lies in node_modules, site-packages, gems, Go's module cache, a cargo registry, lib/python3, lib/ruby
 *   Go       the standard library; packages with a host (`github.com/...`) outside of the main module (`mainModuleOf`)
 *   Java     packages of the platform, of Kotlin, Scala and Clojure, and of widely used libraries
 *   .NET     System, Microsoft, and widely used libraries
 *   Node.js  node: modules, and what V8 has built in
 *   Python   modules of the standard library and widely used packages, where paths are relative to where modules lie
 *   Ruby     core classes and widely used gems; Rust and C++: std, core, alloc, and widely used crates and namespaces
 *   native   libraries (.so), the kernel, addresses; bare names such as `malloc`
 *
 * What it cannot know: a dependency that is in no such list and has no file, and which of a company's packages are one's
 * own. Where nothing at all would be one's own, bare names are: a C program has no others.
 *
 * Worked out once for a table; linear in functions.
 */
export function foreignFunctions(functions: FunctionTable): FunctionMatches {
  let found = known.get(functions);
  if (found === undefined) {
    found = findForeignFunctions(functions);
    known.set(functions, found);
  }
  return found;
}

function findForeignFunctions(functions: FunctionTable): FunctionMatches {
  const { packages } = functionPackages(functions);
  const mainModule = mainModuleOf(functions);
  const isBare = (func: number) => packages[func] === '' || packages[func] === functions.names[func];
  const all = functionsWhere(functions, (func) => {
    const name = functions.names[func].slice(0, LONGEST_NAME);
    const file = placeOf(functions, func)?.file ?? '';
    return isBare(func) || isForeign(name, file, packages[func], mainModule);
  });
  const hasOwn = all.count < functions.length - 1;
  return hasOwn ? all : functionsWhere(functions, (func) => !isBare(func));
}

/** Names are read up to here: what is longer is generated. */
const LONGEST_NAME = 1000;

function isForeign(name: string, file: string, own: string, mainModule: string | undefined): boolean {
  if (INSTALLED.test(name) || INSTALLED.test(file)) {
    return true;
  }
  const language = languageOf(name, file);
  switch (language) {
    case 'node':
      return /^(?:node:|wasm|:)/.test(name);
    case 'python': {
      // Paths that are not absolute begin where Python looks for modules.
      const module = /^([\w-]+)(?:\/|\.py)/.exec(name)?.[1];
      return module !== undefined && LIBRARIES.python.includes(module);
    }
    case 'jvm':
      return name.startsWith('libjvm.so') || isJavaGlue(name) || LIBRARIES.jvm.some((path) => isBelow(own, path));
    case 'dotnet': {
      const mark = name.indexOf('!');
      return isOneOf(LIBRARIES.dotnet, own, '.') || (mark > 0 && isOneOf(LIBRARIES.dotnet, name.slice(0, mark), '.'));
    }
    case 'ruby':
      return isOneOf(LIBRARIES.ruby, own, '::');
    case 'go':
      return isForeignGo(own, file, mainModule);
    case 'rust':
    case 'native':
      return (
        !name.includes('::') ||
        /\.so(?:\.\d+)*[.`!]/.test(name) ||
        isOneOf(LIBRARIES.native, own.replace(/^<(?:&|mut |dyn )*/, ''), '::')
      );
    case undefined:
      return /^(?::|\(|\[|RegExp: )/.test(name) || isOneOf(LIBRARIES.native, own, '::');
  }
}

/** Classes that the JVM makes to pass calls on: the code of a lambda is in the class that it was written in. */
function isJavaGlue(name: string): boolean {
  return /\$\$(?:Lambda|EnhancerBy|FastClassBy|SpringCGLIB)|\$Proxy\d/.test(name);
}

function isForeignGo(own: string, file: string, mainModule: string | undefined): boolean {
  const slash = own.indexOf('/');
  const hasHost = slash > 0 && own.slice(0, slash).includes('.');
  if (!hasHost) {
    return isGoStandard(own);
  }
  // A file outside of the module cache is the main module's own, or a copy that was put into it.
  return file === '' ? mainModule === undefined || !isBelow(own, mainModule) : file.includes('/vendor/');
}

function isOneOf(list: readonly string[], path: string, separator: string): boolean {
  const end = path.indexOf(separator);
  return list.includes(end < 0 ? path : path.slice(0, end));
}
