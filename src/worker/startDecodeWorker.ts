/**
 * Starts the worker that decodes profiles. The one place that knows `import.meta`, which the bundler turns into the
 * address of the worker's own script.
 *
 * A browser starts no worker from another origin, but plugins may be loaded from one (Grafana Cloud has a CDN for
 * them). There the worker is a line of ours that loads the script, which any origin may serve.
 *
 * @throws whatever the browser has against it; some of that it tells by an error event instead.
 */
export function startDecodeWorker(): Worker {
  const script = scriptAddress();
  return new Worker(script.origin === location.origin ? script : wrapperOf(script));
}

/**
 * The bundler makes a script of its own for what stands in `new Worker(new URL(…, import.meta.url))`, and only there
 * puts its address. So for the length of that expression `Worker` is something that takes the address and does no more.
 */
function scriptAddress(): URL {
  const { Worker: BrowserWorker } = globalThis;
  const addresses: URL[] = [];
  const takeAddress = function (address: URL) {
    addresses.push(address);
  };
  globalThis.Worker = takeAddress as unknown as typeof Worker;
  try {
    // The bundles are AMD modules, but a worker has no AMD loader. By its name the bundler's settings keep it one script.
    new Worker(
      /* webpackChunkName: "decodeWorker", webpackEntryOptions: { library: false, publicPath: "auto" } */
      new URL('./decode.worker.ts', import.meta.url)
    );
  } finally {
    globalThis.Worker = BrowserWorker;
  }
  return addresses[0];
}

/** Kept, because a worker that was idle is ended and later started again. */
let wrapper: string | undefined;

function wrapperOf(script: URL): string {
  wrapper ??= URL.createObjectURL(
    new Blob([`importScripts(${JSON.stringify(script.href)})`], { type: 'text/javascript' })
  );
  return wrapper;
}
