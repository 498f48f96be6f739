import type { BackendSrv, BackendSrvRequest, FetchResponse } from '@grafana/runtime';
import type { Observable, Subscription } from 'rxjs';

/** The part of Grafana's BackendSrv that carries requests. */
export type Carrier = Pick<BackendSrv, 'fetch'>;

/**
 * A `fetch` whose requests go through Grafana's BackendSrv, and so through its data source proxy with its queue,
 * session renewal and inspector. Answers of any status resolve, as with `fetch` itself; aborting the signal cancels
 * the request. Takes bodies of bytes only.
 *
 * What BackendSrv does to a request, as read in Grafana 12.2.1: it turns a body that is not a string or Blob into JSON
 * or a form, so bytes go as a Blob; for `arraybuffer` it gives failed answers as an ArrayBuffer too; a network failure
 * is the TypeError of `fetch` itself; and when Grafana cancels what a left page had asked, the error says `cancelled`.
 */
export function proxyFetch(carrier: () => Carrier): typeof globalThis.fetch {
  return async (input, init = {}) => {
    const { signal } = init;
    signal?.throwIfAborted();
    const request: BackendSrvRequest = {
      url: input instanceof URL ? input.href : typeof input === 'string' ? input : input.url,
      method: init.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      data: blobOf(init.body),
      responseType: 'arraybuffer',
      showErrorAlert: false,
      showSuccessAlert: false,
    };
    try {
      return responseOf(await firstValue(carrier().fetch<ArrayBuffer>(request), signal ?? undefined));
    } catch (error) {
      signal?.throwIfAborted();
      return responseOf(answerOf(error));
    }
  };
}

/** The first value; unsubscribing is what cancels a request of BackendSrv. */
function firstValue<T>(source: Observable<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let subscription: Subscription | undefined = undefined;
    const stop = () => {
      subscription?.unsubscribe();
      reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', stop, { once: true });
    const settle = (finish: () => void) => {
      signal?.removeEventListener('abort', stop);
      finish();
    };
    subscription = source.subscribe({
      next: (value) => settle(() => resolve(value)),
      error: (error: Error) => settle(() => reject(error)),
      complete: () => settle(() => reject(cancelled())),
    });
  });
}

/** What a Response is made from. */
type Answer = Pick<FetchResponse<unknown>, 'data' | 'status' | 'statusText'> & { readonly headers?: Headers };

function responseOf({ data, status, statusText, headers }: Answer): Response {
  if (isArrayBuffer(data) && status === 200) {
    return heldResponse(data, { status, statusText, headers });
  }
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : bodyOf(data), { status, statusText, headers });
}

/**
 * A response with bytes that are here already. A Response of its own would copy them when it is made and when it is
 * read, which for an answer of tens of megabytes holds the page up for longer than anything else that is done with it.
 */
function heldResponse(bytes: ArrayBuffer, init: ResponseInit): Response {
  const text = async () => new TextDecoder().decode(bytes);
  return Object.assign(new Response(null, init), {
    arrayBuffer: async () => bytes,
    text,
    json: async () => JSON.parse(await text()) as unknown,
  });
}

/** The answer that came with an error; rethrows what was no answer. */
function answerOf(error: unknown): Answer {
  if (!isRecord(error) || error.cancelled === true) {
    throw error instanceof Error ? error : cancelled();
  }
  const { status, statusText, data } = error;
  // Response takes no others. BackendSrv gives -1 and undefined for what never was an answer.
  if (typeof status !== 'number' || status < 200 || status > 599) {
    throw error instanceof Error ? error : new TypeError(messageOf(error));
  }
  // The headers of a failed answer are not passed on, but its body is enough: an error of the backend is JSON.
  return { status, statusText: typeof statusText === 'string' ? statusText : '', data };
}

/** BackendSrv wraps the text of a failed answer, where it reads it as text, as `{ message, error, response }`. */
function bodyOf(data: unknown): BodyInit | null {
  if (data === null || data === undefined || typeof data === 'string') {
    return data ?? null;
  }
  if (data instanceof Blob || isArrayBuffer(data)) {
    return data;
  }
  return isRecord(data) && typeof data.response === 'string' ? data.response : JSON.stringify(data);
}

/** By tag, because an ArrayBuffer of another realm is no instance of ours. */
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}

function blobOf(body: BodyInit | null | undefined): Blob | undefined {
  if (body === null || body === undefined) {
    return undefined;
  }
  if (ArrayBuffer.isView(body)) {
    return new Blob([body]);
  }
  throw new TypeError('Requests of the data source carry bytes, nothing else.');
}

function cancelled(): DOMException {
  return new DOMException('Grafana cancelled the request.', 'AbortError');
}

function messageOf(error: Record<string, unknown>): string {
  return typeof error.message === 'string' ? error.message : 'The request failed.';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
