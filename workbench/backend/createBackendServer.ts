import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createStoreHandler } from './createStoreHandler';
import { createStore, type Store } from './store';

export interface BackendServerOptions {
  /** 0 or absent: a free one. */
  readonly port?: number;
  /** Absent: `DEFAULT_CAP_BYTES`. */
  readonly capBytes?: number;
  /** Milliseconds since the Unix epoch; for tests. */
  readonly now?: () => number;
}

export interface BackendServer {
  /** http://127.0.0.1:port */
  readonly url: string;
  readonly store: Store;
  close(): Promise<void>;
}

/** Hours of a few services that push every ten seconds. */
export const DEFAULT_CAP_BYTES = 256 * 1024 * 1024;

/**
 * Starts a profile store of its own on the loopback interface. Rejects with Node's error (EADDRINUSE) if the port is
 * taken.
 */
export async function createBackendServer({
  port = 0,
  capBytes,
  now,
}: BackendServerOptions = {}): Promise<BackendServer> {
  const store = createStore({ capBytes: capBytes ?? DEFAULT_CAP_BYTES, now });
  const handle = createStoreHandler(store);
  const server = createServer((request, response) => {
    handle(request, response)
      .then((answered) => {
        if (!answered) {
          request.resume();
          response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('404 page not found\n');
        }
      })
      .catch((error: unknown) => {
        console.error(`${request.url}:`, error);
        response.destroy();
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    store,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
