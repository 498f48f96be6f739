import { spawn } from 'node:child_process';

export interface DemoOptions {
  /** Where to push profiles: http://host:port of a Pyroscope or of the store. It may come up later. */
  readonly address: string;
  /** Ends the demo when it is aborted. */
  readonly signal?: AbortSignal;
  /** How often to push, in milliseconds. */
  readonly flushIntervalMs?: number;
}

export interface Demo {
  readonly pid: number | undefined;
  /** Resolves when the process has ended: with its exit code, or null if a signal ended it. Rejects if it cannot start. */
  readonly exited: Promise<number | null>;
  /** Lets it push its last profile and end; resolves when it has. */
  stop(): Promise<void>;
}

/** Runs the demo service in a process of its own, which ends when this one does. */
export function startDemo({ address, signal, flushIntervalMs = 10_000 }: DemoOptions): Demo {
  const child = spawn(process.execPath, ['service.js'], {
    // Names in the flame graph begin with paths from here: ./shop/priceCart.js:priceCart:21
    cwd: import.meta.dirname,
    env: {
      ...process.env,
      PYROSCOPE_SERVER_ADDRESS: address,
      PYROSCOPE_FLUSH_INTERVAL_MS: String(flushIntervalMs),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const end = () => {
    child.kill('SIGTERM');
  };
  if (signal?.aborted) {
    end();
  } else {
    signal?.addEventListener('abort', end, { once: true });
  }
  return {
    pid: child.pid,
    exited,
    async stop() {
      end();
      await exited;
    },
  };
}
