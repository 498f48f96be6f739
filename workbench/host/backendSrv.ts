import { AppEvents, DataQueryErrorType, type EventBusExtended } from '@grafana/data';
import { type BackendSrv, type BackendSrvRequest, type FetchError, type FetchResponse } from '@grafana/runtime';
import {
  catchError,
  filter,
  lastValueFrom,
  mergeMap,
  Observable,
  of,
  Subject,
  takeUntil,
  tap,
  throwError,
  throwIfEmpty,
} from 'rxjs';
import { fetchResponse, isDataQuery, isLocal, requestInit, requestUrl } from './backendRequest';

type Options = Partial<BackendSrvRequest>;

/**
 * Grafana's way to its server, over this page's own. Errors have the same shape as there
 * (public/app/core/services/backend_srv.ts), because what a plugin sees of a failing backend comes through it.
 */
export class WorkbenchBackendSrv implements BackendSrv {
  /** Ids of requests that were started anew, or whose query nobody listens to any more. */
  private readonly ended = new Subject<string>();

  constructor(private readonly events: EventBusExtended) {}

  fetch<T>(options: BackendSrvRequest): Observable<FetchResponse<T>> {
    if (options.requestId !== undefined) {
      this.ended.next(options.requestId);
    }
    return send<T>(options).pipe(
      mergeMap((response) => (response.ok ? of(response) : throwError(() => fetchError(response)))),
      tap((response) => this.tellSuccess(response)),
      catchError((error: FetchError) => throwError(() => this.tellFailure(error, options))),
      takeUntil(this.ended.pipe(filter((id) => id === options.requestId))),
      throwIfEmpty(() => ({
        type: DataQueryErrorType.Cancelled,
        cancelled: true,
        data: null,
        status: -1,
        statusText: 'Request was aborted',
        config: options,
      }))
    );
  }

  resolveCancelerIfExists(requestId: string): void {
    this.ended.next(requestId);
  }

  chunked(): Observable<FetchResponse<Uint8Array | undefined>> {
    return throwError(() => new Error('The workbench has no streaming requests.'));
  }

  request<T = unknown>(options: BackendSrvRequest): Promise<T> {
    return lastValueFrom(this.fetch<T>(options)).then((response) => response.data);
  }

  datasourceRequest<T = unknown>(options: BackendSrvRequest): Promise<FetchResponse<T>> {
    return lastValueFrom(this.fetch<T>(options));
  }

  get<T>(url: string, params?: BackendSrvRequest['params'], requestId?: string, options?: Options): Promise<T> {
    return this.request<T>({ ...options, method: 'GET', url, params, requestId });
  }

  delete<T>(url: string, data?: unknown, options?: Options): Promise<T> {
    return this.request<T>({ ...options, method: 'DELETE', url, data });
  }

  post<T>(url: string, data?: unknown, options?: Options): Promise<T> {
    return this.request<T>({ ...options, method: 'POST', url, data });
  }

  patch<T>(url: string, data?: unknown, options?: Options): Promise<T> {
    return this.request<T>({ ...options, method: 'PATCH', url, data });
  }

  put<T>(url: string, data?: unknown, options?: Options): Promise<T> {
    return this.request<T>({ ...options, method: 'PUT', url, data });
  }

  private tellSuccess({ config, data }: FetchResponse<unknown>) {
    const silent = config.method === 'GET' || isDataQuery(config.url) || !isLocal(config.url);
    const message = messageOf(data);
    if (message !== undefined && (config.showSuccessAlert ?? !silent)) {
      this.events.emit(AppEvents.alertSuccess, [message]);
    }
  }

  /** A failure as Grafana passes it on: with an object as its data, where that was text or nothing. */
  private tellFailure(error: FetchError<unknown>, options: BackendSrvRequest): FetchError<unknown> {
    error.data ??= { message: 'Unexpected error' };
    if (typeof error.data === 'string') {
      error.data = { message: error.data, error: error.statusText, response: error.data };
    } else if (isObject(error.data) && error.data.message === undefined && typeof error.data.error === 'string') {
      error.data.message = error.data.error;
    }
    const silent = isDataQuery(options.url) || !isLocal(options.url);
    const message = messageOf(error.data);
    if (message !== undefined && (options.showErrorAlert ?? !silent)) {
      // Whoever catches the error may show it better, and says so by then.
      setTimeout(() => {
        if (!error.isHandled) {
          this.events.emit(error.status < 500 ? AppEvents.alertWarning : AppEvents.alertError, [message]);
        }
      }, 50);
    }
    return error;
  }
}

function fetchError({ status, statusText, data, config }: FetchResponse): FetchError {
  return { status, statusText, data: data as unknown, config };
}

/** One HTTP request; unsubscribing aborts it, and so does its own signal. */
function send<T>(options: BackendSrvRequest): Observable<FetchResponse<T>> {
  return new Observable((observer) => {
    const left = new AbortController();
    const signal = options.abortSignal ? AbortSignal.any([options.abortSignal, left.signal]) : left.signal;
    fetch(requestUrl(options), { ...requestInit(options), signal })
      .then((response) => fetchResponse<T>(response, options))
      .then(
        (response) => {
          observer.next(response);
          observer.complete();
        },
        (error: unknown) => observer.error(error)
      );
    return () => left.abort();
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function messageOf(data: unknown): string | undefined {
  return isObject(data) && typeof data.message === 'string' ? data.message : undefined;
}
