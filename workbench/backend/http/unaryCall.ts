import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JsonValue } from '@bufbuild/protobuf';
import type { Answer } from './answer';
import { ConnectError, connectErrorOf, errorBody, invalidArgument, statusOfCode } from './connectError';
import { gzip, readBody } from './readBody';

/** A method of the API, free of HTTP. */
export interface UnaryMethod {
  /** As Go names it, for error texts: *querierv1.DiffRequest. */
  readonly inputName: string;
  /** Reads the request and answers it. Throws an Error from reading, a ConnectError from answering. */
  readonly json: (request: JsonValue) => Prepared;
  readonly binary: (request: Uint8Array) => Prepared;
}

/** A request that was read, to be answered. */
export type Prepared = (headers: IncomingMessage['headers']) => Answer | Promise<Answer>;

const JSON_TYPE = 'application/json';
const BINARY_TYPE = 'application/proto';

/** What Pyroscope says that it takes; the store takes the last three, in which all browsers speak. */
const ACCEPT_POST = `${JSON_TYPE}, ${JSON_TYPE}; charset=utf-8, ${BINARY_TYPE}`;

/**
 * Answers one unary call of the Connect protocol (connectrpc.com/docs/protocol): POST alone, JSON or binary protobuf,
 * gzip both ways. Errors are JSON for both.
 */
export async function answerUnary(
  method: UnaryMethod,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  if (request.method !== 'POST') {
    request.resume();
    response.writeHead(405, { Allow: 'POST', 'Content-Length': 0 }).end();
    return;
  }
  const type = contentTypeOf(request);
  if (type === undefined) {
    request.resume();
    response.writeHead(415, { 'Accept-Post': ACCEPT_POST, 'Content-Length': 0 }).end();
    return;
  }
  try {
    const version = request.headers['connect-protocol-version'];
    if (version !== undefined && version !== '1') {
      throw invalidArgument(`Connect-Protocol-Version must be "1": got ${JSON.stringify(version)}`);
    }
    const body = await readBody(request);
    const answer = await prepare(method, type, body)(request.headers);
    await send(request, response, 200, type, type === JSON_TYPE ? JSON.stringify(answer.json()) : answer.binary());
  } catch (error) {
    const failed = connectErrorOf(error);
    if (failed.code === 'internal') {
      console.error(`${request.url}:`, error);
    }
    await send(request, response, statusOfCode(failed.code), JSON_TYPE, errorBody(failed));
  }
}

function contentTypeOf(request: IncomingMessage): typeof JSON_TYPE | typeof BINARY_TYPE | undefined {
  const [type, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  switch (type.trim()) {
    case JSON_TYPE:
      return parameters.every((parameter) => parameter.trim() === 'charset=utf-8') ? JSON_TYPE : undefined;
    case BINARY_TYPE:
      return BINARY_TYPE;
    default:
      return undefined;
  }
}

function prepare(method: UnaryMethod, type: string, body: Uint8Array): Prepared {
  if (type === BINARY_TYPE) {
    return read('proto: ', () => method.binary(body));
  }
  if (body.length === 0) {
    throw invalidArgument('unmarshal message: zero-length payload is not a valid JSON object');
  }
  return read(`unmarshal into ${method.inputName}: proto: `, () =>
    method.json(JSON.parse(new TextDecoder().decode(body)) as JsonValue)
  );
}

function read(prefix: string, attempt: () => Prepared): Prepared {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof ConnectError) {
      throw error;
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw invalidArgument(`unmarshal message: ${prefix}${reason}`, { cause: error });
  }
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string | Uint8Array
): Promise<void> {
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const packed = takesGzip ? await gzip(bytes) : bytes;
  response.writeHead(status, {
    'Accept-Encoding': 'gzip',
    'Content-Type': contentType,
    'Content-Length': packed.length,
    ...(takesGzip ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(packed);
}
