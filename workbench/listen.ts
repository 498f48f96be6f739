import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The address was refused; the message is a sentence for people, with a way out. */
export class CannotListenError extends Error {
  override readonly name = 'CannotListenError';
}

/** Starts listening and gives the port, which is of the system's choice where 0 was asked for. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, port, host)));
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

function explained(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CannotListenError(
        `Port ${port} is taken: choose another with \`npm start -- --port ${port + 1}\`, or 0 for any free one.`
      );
    case 'EACCES':
      return new CannotListenError(`Port ${port} needs more rights than you have: choose one above 1023 with --port.`);
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return new CannotListenError(`This machine has no address '${host}': choose another with --host.`);
    case undefined:
    default:
      return error;
  }
}
