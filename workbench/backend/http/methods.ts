import type { IncomingMessage } from 'node:http';
import { fromBinary, fromJson, type DescMethodUnary, type MessageShape } from '@bufbuild/protobuf';
import { FeatureFlagsService } from '../../../src/pyroscope/gen/capabilities/v1/feature_flags_pb';
import { QuerierService } from '../../../src/pyroscope/gen/querier/v1/querier_pb';
import { push } from '../ingest/push';
import { decodePushRequest, pushRequestOfJson } from '../ingest/pushRequest';
import { diff } from '../query/diff';
import { getProfileStats } from '../query/getProfileStats';
import { labelNames, labelValues, profileTypes, series, type ClientCapabilities } from '../query/labelQueries';
import { getFeatureFlags } from '../query/getFeatureFlags';
import { selectHeatmap } from '../query/selectHeatmap';
import { selectMergeProfile } from '../query/selectMergeProfile';
import { selectMergeSpanProfile, selectMergeStacktraces } from '../query/selectMergeStacktraces';
import { selectSeries } from '../query/selectSeries';
import type { Store } from '../store';
import type { Answer } from './answer';
import { ConnectError } from './connectError';
import type { UnaryMethod } from './unaryCall';

/** Path -> what answers there. */
export function storeMethods(store: Store): ReadonlyMap<string, UnaryMethod> {
  const { method } = QuerierService;
  return new Map<string, UnaryMethod>([
    query(method.profileTypes, (request) => profileTypes(store, request)),
    query(method.labelNames, (request, client) => labelNames(store, request, client)),
    query(method.labelValues, (request) => labelValues(store, request)),
    query(method.series, (request, client) => series(store, request, client)),
    query(method.selectSeries, (request) => selectSeries(store, request)),
    query(method.selectHeatmap, (request) => selectHeatmap(store, request)),
    query(method.selectMergeStacktraces, (request) => selectMergeStacktraces(store, request)),
    query(method.selectMergeSpanProfile, (request) => selectMergeSpanProfile(store, request)),
    query(method.selectMergeProfile, (request) => selectMergeProfile(store, request)),
    query(method.diff, (request) => diff(store, request)),
    query(method.getProfileStats, () => getProfileStats(store)),
    query(FeatureFlagsService.method.getFeatureFlags, getFeatureFlags),
    notAvailable('AnalyzeQuery'),
    pushMethod(store),
  ]);
}

type Handler<M extends DescMethodUnary> = (request: MessageShape<M['input']>, client: ClientCapabilities) => Answer;

function query<M extends DescMethodUnary>(method: M, handle: Handler<M>): [string, UnaryMethod] {
  const { input, parent, name } = method;
  const answer = (request: MessageShape<M['input']>) => (headers: IncomingMessage['headers']) =>
    handle(request, { utf8LabelNames: readsUtf8LabelNames(headers) });
  return [
    `/${parent.typeName}/${name}`,
    {
      // Go's names of the packages: querier.v1.DiffRequest is querierv1.DiffRequest.
      inputName: `*${input.typeName.replace(/\.(v\d+)\./, '$1.')}`,
      json: (request) => answer(fromJson(input, request, { ignoreUnknownFields: true }) as MessageShape<M['input']>),
      binary: (request) => answer(fromBinary(input, request) as MessageShape<M['input']>),
    },
  ];
}

/** A method that the store lacks. It says so in the words of Pyroscope's older storage, so that clients fall back. */
function notAvailable(name: string): [string, UnaryMethod] {
  const refuse = () => () => {
    throw new ConnectError('unimplemented', 'this endpoint is not available in v1 frontend');
  };
  return [
    `/querier.v1.QuerierService/${name}`,
    { inputName: `*querierv1.${name}Request`, json: refuse, binary: refuse },
  ];
}

function pushMethod(store: Store): [string, UnaryMethod] {
  const nothing: Answer = { json: () => ({}), binary: () => new Uint8Array() };
  const answer = (request: ReturnType<typeof decodePushRequest>) => async () => {
    await push(store, request);
    return nothing;
  };
  return [
    '/push.v1.PusherService/Push',
    {
      inputName: '*pushv1.PushRequest',
      json: (request) => answer(pushRequestOfJson(request)),
      binary: (request) => answer(decodePushRequest(request)),
    },
  ];
}

/** A client says so as a parameter of a type that it accepts: `application/json; allow-utf8-labelnames=true`. */
function readsUtf8LabelNames({ accept }: IncomingMessage['headers']): boolean {
  return /;\s*allow-utf8-labelnames="?true"?/.test(accept ?? '');
}
