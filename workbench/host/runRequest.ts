import {
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  DataTopic,
  LoadingState,
  type PanelData,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import { catchError, from, map, merge, type Observable, of, scan, share, takeUntil, timer } from 'rxjs';

/** After this long without an answer, in milliseconds, listeners are told that the query is under way. */
const SLOW = 200;

type Packets = Readonly<Record<string, DataQueryResponse>>;

/**
 * Asks a data source and makes panel data of its answers, as Grafana does for dashboards and Explore
 * (public/app/features/query/state/runRequest.ts there): answers with the same key replace each other, others add up,
 * and a failure is told as data, so that the listener stays.
 */
export function runRequest(
  dataSource: DataSourceApi,
  request: DataQueryRequest,
  queryFunction?: DataSourceApi['query']
): Observable<PanelData> {
  const nothingYet: PanelData = { state: LoadingState.Loading, series: [], request, timeRange: request.range };
  if (request.targets.length === 0) {
    request.endTime = Date.now();
    return of({ ...nothingYet, state: LoadingState.Done });
  }
  const answers = from((queryFunction ?? dataSource.query.bind(dataSource))(request)).pipe(
    scan<DataQueryResponse, Packets>((packets, packet) => ({ ...packets, [packet.key ?? 'A']: packet }), {}),
    map((packets) => {
      request.endTime = Date.now();
      return panelData(Object.values(packets), request);
    }),
    catchError((error: unknown) => {
      console.error(error);
      const told = toDataQueryError(error);
      return of({ ...nothingYet, state: LoadingState.Error, error: told, errors: [told] });
    }),
    share()
  );
  const slow = timer(SLOW).pipe(
    map(() => nothingYet),
    takeUntil(answers)
  );
  return merge(slow, answers);
}

function panelData(packets: readonly DataQueryResponse[], request: DataQueryRequest): PanelData {
  const errors = packets.flatMap(({ error, errors }) => errors ?? (error ? [error] : []));
  // Not always frames: the values of a variable come this way, too.
  const frames = packets.flatMap(({ data }) => data as DataFrame[]);
  const isAnnotation = (frame: DataFrame) => frame.meta?.dataTopic === DataTopic.Annotations;
  return {
    state: errors.length > 0 ? LoadingState.Error : (packets.at(-1)?.state ?? LoadingState.Done),
    series: frames.filter((frame) => !isAnnotation(frame)),
    annotations: frames.filter(isAnnotation),
    error: errors[0],
    errors: errors.length > 0 ? errors : undefined,
    request,
    timeRange: request.range,
  };
}
