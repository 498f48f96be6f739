import { create, toBinary, type DescMessage, type DescMethodUnary, type MessageInitShape } from '@bufbuild/protobuf';
import { ProblemError, type Problem } from '../base/problem';
import { problemOfAnswer } from './problemOfAnswer';

export interface Address {
  /** What comes before `/querier.v1.QuerierService/…`: a backend, or Grafana's proxy to one. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
}

/** The bytes of the message that a unary call over the Connect protocol gives. To be awaited within `settle`. */
export async function callForBytes<I extends DescMessage>(
  { baseUrl, fetch }: Address,
  method: DescMethodUnary<I>,
  request: MessageInitShape<I>,
  signal: AbortSignal
): Promise<Uint8Array> {
  const response = await checkedFetch(fetch, PROTO)(`${rootOf(baseUrl)}/${method.parent.typeName}/${method.name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/proto', 'Connect-Protocol-Version': '1' },
    body: toBinary(method.input, create(method.input, request)),
    redirect: 'error',
    signal,
  });
  return new Uint8Array(await response.arrayBuffer());
}

/** The JSON at a path of the backend that is no method of its API. To be awaited within `settle`. */
export async function getJson({ baseUrl, fetch }: Address, path: string, signal: AbortSignal): Promise<unknown> {
  const response = await checkedFetch(fetch, JSON_TYPE)(`${rootOf(baseUrl)}${path}`, { redirect: 'error', signal });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProblemError(malformed(String(cause)), { cause });
  }
}

/**
 * The outcome of a call. Rejects with the signal's reason once it is aborted, with an AbortError if whoever fetches
 * cancelled, and with a ProblemError for all else.
 */
export async function settle<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  try {
    const answer = await call();
    signal.throwIfAborted();
    return answer;
  } catch (error) {
    throw signal.aborted ? abortOf(signal) : failureOf(error);
  }
}

/**
 * The outcome of decoding, as of a call: what is aborted while it goes on ends as an aborted call does. What else
 * fails passes as it is, because it is no failure of the connection.
 */
export async function settleDecoding<T>(decode: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await decode();
  } catch (error) {
    throw signal.aborted && error === signal.reason ? abortOf(signal) : error;
  }
}

const PROTO = /^application\/proto(?:;|$)/i;
const JSON_TYPE = /^application\/json(?:;|$)/i;

function rootOf(baseUrl: string): string {
  return baseUrl.replace(/\/$/, '');
}

/**
 * `fetch` that asks for label names in UTF-8, and gives back nothing but answers of the expected type: others are
 * problems, told with their text.
 */
function checkedFetch(fetch: Address['fetch'], expected: RegExp): Address['fetch'] {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    // Without this, Pyroscope leaves out label names other than [a-zA-Z_][a-zA-Z0-9_]* (pkg/featureflags/client_capability.go).
    headers.set('Accept', '*/*; allow-utf8-labelnames=true');
    const response = await fetch(input, { ...init, headers });
    const contentType = response.headers.get('Content-Type') ?? '';
    if (response.status === 200 && expected.test(contentType)) {
      return response;
    }
    const method = String(input).split('/').pop() ?? '';
    const body = await response.text();
    throw new ProblemError(problemOfAnswer({ status: response.status, contentType, body, method }));
  };
}

/** What an aborted call rejects with: the signal's own reason, or what a time limit means for people. */
function abortOf({ reason }: AbortSignal): unknown {
  return isNamed(reason, 'TimeoutError') ? failureOf(reason) : reason;
}

function failureOf(cause: unknown): Error {
  if (cause instanceof ProblemError) {
    return cause;
  }
  if (isNamed(cause, 'TimeoutError')) {
    return new ProblemError(
      { kind: 'timeout', sentence: 'No answer came in the time allowed: choose a shorter time range, or try again.' },
      { cause }
    );
  }
  return isNamed(cause, 'AbortError') ? cause : new ProblemError(unreachable(cause), { cause });
}

/** By name, because a DOMException of another realm is no instance of ours. */
function isNamed(error: unknown, name: 'AbortError' | 'TimeoutError'): error is Error {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === name;
}

export function malformed(detail: string): Problem {
  return {
    kind: 'malformed-answer',
    sentence: 'The answer of the backend is damaged or was cut short: run the query again.',
    detail,
  };
}

function unreachable(cause: unknown): Problem {
  return {
    kind: 'unreachable',
    sentence:
      'The connection failed before an answer was complete: check the network and that the server is running, then try again.',
    detail: cause instanceof Error ? cause.message : String(cause),
  };
}
