import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip as gunzipCallback, gzip as gzipCallback } from 'node:zlib';
import { ConnectError, invalidArgument } from './connectError';

const gunzip = promisify(gunzipCallback);
export const gzip = promisify(gzipCallback);

/** A profile of Pyroscope's own limit (4 MiB) is far below this; a batch of many may come near. */
export const LARGEST_BODY = 64 * 1024 * 1024;

/**
 * The whole body of a request, unpacked if its `Content-Encoding` is gzip.
 *
 * @throws ConnectError if it is larger than `LARGEST_BODY`, packed or unpacked, or packed otherwise
 */
export async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) {
      throw new ConnectError('resource_exhausted', `message size is larger than configured max ${LARGEST_BODY}`);
    }
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const encoding = request.headers['content-encoding'] ?? 'identity';
  switch (encoding) {
    case 'identity':
    case '':
      return body;
    case 'gzip':
      return body.length === 0 ? body : unpack(body);
    default:
      throw new ConnectError('unimplemented', `unknown compression "${encoding}": supported encodings are gzip`);
  }
}

/** Whether the bytes begin as gzip does (RFC 1952, 2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** @throws ConnectError for bytes that are no gzip, or more than `LARGEST_BODY` of them */
export async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await gunzip(bytes, { maxOutputLength: LARGEST_BODY });
  } catch (error) {
    throw invalidArgument(`gzip: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
