import { assertNever } from '../../../src/base/assertNever';

/** Codes of the Connect protocol that the store uses (connectrpc.com/docs/protocol, "Error codes"). */
export type ConnectCode = 'invalid_argument' | 'unimplemented' | 'resource_exhausted' | 'internal' | 'unknown';

/** A refusal that the caller is told, in the words of Pyroscope where Pyroscope has words for it. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
  constructor(
    readonly code: ConnectCode,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options);
  }
}

export function invalidArgument(message: string, options?: ErrorOptions): ConnectError {
  return new ConnectError('invalid_argument', message, options);
}

/** HTTP status that the protocol gives a code. */
export function statusOfCode(code: ConnectCode): number {
  switch (code) {
    case 'invalid_argument':
      return 400;
    case 'resource_exhausted':
      return 429;
    case 'unimplemented':
      return 501;
    case 'internal':
    case 'unknown':
      return 500;
    default:
      return assertNever(code);
  }
}

/** The error for whatever was thrown: what is no refusal of ours is a fault of the store. */
export function connectErrorOf(thrown: unknown): ConnectError {
  if (thrown instanceof ConnectError) {
    return thrown;
  }
  return new ConnectError('internal', thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}

/** As Pyroscope writes it. Go's encoder escapes what could end a script element. */
export function errorBody({ code, message }: ConnectError): string {
  const escapes: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' };
  return JSON.stringify({ code, message }).replace(/[<>&]/g, (character) => escapes[character]);
}
