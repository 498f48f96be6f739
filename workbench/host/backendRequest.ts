import { type BackendSrvRequest, type FetchResponse } from '@grafana/runtime';

/*
 * How Grafana turns a request of its BackendSrv into a fetch, and an answer into data (public/app/core/utils/fetch.ts
 * there). It is followed where it is odd, too: a typed array as body is taken for the pairs of a form, and only a Blob goes
 * through as it is. So what works here works there.
 */

export function requestUrl({ url, params }: BackendSrvRequest): string {
  const relative = isLocal(url) && url.startsWith('/') ? url.slice(1) : url;
  const pairs = Object.entries(params ?? {}).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== '')
      .map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`)
  );
  return pairs.length > 0 ? `${relative}?${pairs.join('&')}` : relative;
}

export function requestInit(request: BackendSrvRequest): RequestInit {
  const headers = new Headers(request.headers as Record<string, string> | undefined);
  if (!headers.has('content-type') && /^(post|put|patch)$/i.test(request.method ?? '')) {
    headers.set('content-type', 'application/json');
  }
  if (!headers.has('accept')) {
    headers.set('accept', 'application/json, text/plain, */*');
  }
  if (isLocal(request.url)) {
    headers.set('x-grafana-org-id', '1');
    const authorization = headers.get('authorization');
    if (authorization !== null) {
      headers.set('x-ds-authorization', authorization);
      headers.delete('authorization');
    }
  }
  return {
    method: request.method,
    headers,
    body: requestBody(request.data, headers.get('content-type') ?? ''),
    credentials: request.credentials ?? (request.withCredentials ? 'include' : 'same-origin'),
  };
}

function requestBody(data: unknown, contentType: string): BodyInit | undefined {
  if (data === undefined || data === null) {
    return undefined;
  }
  if (typeof data === 'string' || data instanceof Blob) {
    return data;
  }
  const isJson = /^application\/(merge-patch\+)?json$/i.test(contentType);
  return isJson ? JSON.stringify(data) : new URLSearchParams(data as Record<string, string>);
}

/** Reads the answer as the request wants it; without a wish, as JSON if it is that, else as text. */
export async function fetchResponse<T>(response: Response, request: BackendSrvRequest): Promise<FetchResponse<T>> {
  const { status, statusText, ok, headers, redirected, type, url } = response;
  const data = (await responseBody(response, request.responseType)) as T;
  return { data, status, statusText, ok, headers, redirected, type, url, config: request };
}

async function responseBody(response: Response, wanted: BackendSrvRequest['responseType']): Promise<unknown> {
  switch (wanted) {
    case 'arraybuffer':
      return response.arrayBuffer();
    case 'blob':
      return response.blob();
    case 'text':
      return response.text();
    case 'json':
    case undefined: {
      const text = await response.text();
      const mustBeJson = wanted === 'json' || response.headers.get('content-type')?.startsWith('application/json');
      return mustBeJson ? parseJson(text === '' ? '{}' : text) : parseJsonOrText(text);
    }
  }
}

function parseJson(text: string): unknown {
  return JSON.parse(text) as unknown;
}

function parseJsonOrText(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

/** Of this server, rather than of another one in the internet. */
export function isLocal(url: string): boolean {
  return !/^https?:/.test(url);
}

/** Asked by a data source. Grafana leaves it to whoever shows the data to tell of its failure. */
export function isDataQuery(url: string): boolean {
  return /api\/(datasources\/proxy|ds\/query)/.test(url);
}
