import {
  dateTime,
  LoadingState,
  rangeUtil,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
} from '@grafana/data';
import { from } from 'rxjs';
import { ProblemError } from '../base/problem';
import type { TimeSpan } from '../base/units';

/** Points that a panel asks for where the request does not say. */
const USUAL_DATA_POINTS = 1000;

/**
 * The same targets over another range, asked of the data source itself. Resolves with all frames once it has answered;
 * rejects with the error where there are none, or with the signal's reason once it is aborted, which cancels the request.
 */
export function rerunTargets(
  dataSource: DataSourceApi,
  request: DataQueryRequest,
  span: TimeSpan,
  signal: AbortSignal
): Promise<DataFrame[]> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    let last: DataQueryResponse = { data: [] };
    const finish = () => {
      const error = last.errors?.[0] ?? last.error;
      if (error !== undefined && last.data.length === 0) {
        reject(problemOfQueryError(error.message ?? error.data?.message ?? 'The data source failed.'));
      } else {
        resolve(last.data as DataFrame[]);
      }
    };
    const subscription = from(dataSource.query(overSpan(request, span))).subscribe({
      next(response) {
        last = response;
        if (response.state === LoadingState.Done || response.state === LoadingState.Error) {
          finish();
        }
      },
      complete: finish,
      error: reject,
    });
    signal.addEventListener('abort', () => {
      subscription.unsubscribe();
      reject(signal.reason as Error);
    });
  });
}

function problemOfQueryError(message: string): ProblemError {
  return new ProblemError({ kind: 'backend-failed', sentence: message, detail: message });
}

function overSpan(request: DataQueryRequest, span: TimeSpan): DataQueryRequest {
  const ends = { from: dateTime(span.from), to: dateTime(span.to) };
  const range = { ...ends, raw: ends };
  const { interval, intervalMs } = rangeUtil.calculateInterval(range, request.maxDataPoints ?? USUAL_DATA_POINTS);
  return {
    ...request,
    // A data source may cancel what runs under the same id: the panel's own request must not be it.
    requestId: `${request.requestId}/selected range`,
    range,
    rangeRaw: range.raw,
    interval,
    intervalMs,
    startTime: Date.now(),
    endTime: undefined,
    scopedVars: {
      ...request.scopedVars,
      __interval: { text: interval, value: interval },
      __interval_ms: { text: String(intervalMs), value: intervalMs },
    },
  };
}
