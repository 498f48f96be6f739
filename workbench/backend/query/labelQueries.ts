import { create } from '@bufbuild/protobuf';
import { parseProfileTypeId } from '../../../src/pyroscope/profileTypeId';
import {
  ProfileTypesResponseSchema,
  SeriesResponseSchema,
  type ProfileTypesRequest,
  type SeriesRequest,
} from '../../../src/pyroscope/gen/querier/v1/querier_pb';
import {
  LabelNamesResponseSchema,
  LabelValuesResponseSchema,
  type LabelNamesRequest,
  type LabelValuesRequest,
} from '../../../src/pyroscope/gen/types/v1/types_pb';
import { messageAnswer, type Answer } from '../http/answer';
import { invalidArgument } from '../http/connectError';
import {
  compareLabels,
  compareTexts,
  isPlainLabelName,
  labelsKey,
  labelValue,
  onlyLabels,
  PROFILE_TYPE,
  type Labels,
} from '../labels';
import type { LabelTest } from '../matchLabels';
import type { Store } from '../store';
import { checkOptionalRange } from './limits';
import { readMatchers } from './selector';

/** What a client said that it can read. */
export interface ClientCapabilities {
  /** Label names of any characters; other clients are not told of them. */
  readonly utf8LabelNames: boolean;
}

export function profileTypes(store: Store, request: ProfileTypesRequest): Answer {
  const ids = distinct(seriesIn(store, request, () => true).map((labels) => labelValue(labels, PROFILE_TYPE)));
  const message = create(ProfileTypesResponseSchema, {
    profileTypes: ids.flatMap((id) => {
      const type = parseProfileTypeId(id);
      return type === undefined ? [] : [{ ...type, ID: id }];
    }),
  });
  return messageAnswer(ProfileTypesResponseSchema, message);
}

export function labelNames(store: Store, request: LabelNamesRequest, capabilities: ClientCapabilities): Answer {
  const series = seriesIn(store, request, readMatchers(request.matchers, 'parsing label selector: '));
  const names = distinct(series.flatMap((labels) => labels.map(({ name }) => name)));
  const message = create(LabelNamesResponseSchema, { names: names.filter(readableBy(capabilities)) });
  return messageAnswer(LabelNamesResponseSchema, message);
}

export function labelValues(store: Store, request: LabelValuesRequest): Answer {
  if (request.name === '') {
    throw invalidArgument('name is required');
  }
  const series = seriesIn(store, request, readMatchers(request.matchers, 'parsing label selector: '));
  const values = series.map((labels) => labelValue(labels, request.name));
  const message = create(LabelValuesResponseSchema, { names: distinct(values).filter((value) => value !== '') });
  return messageAnswer(LabelValuesResponseSchema, message);
}

/** Distinct label sets of series, of the labels that were asked for, or of all. */
export function series(store: Store, request: SeriesRequest, capabilities: ClientCapabilities): Answer {
  const wanted = [...new Set(request.labelNames)].sort(compareTexts);
  const isReadable = readableBy(capabilities);
  const sets = new Map<string, Labels>();
  for (const labels of seriesIn(store, request, readMatchers(request.matchers))) {
    const picked = (wanted.length === 0 ? labels : onlyLabels(labels, wanted)).filter(({ name }) => isReadable(name));
    if (picked.length > 0) {
      sets.set(labelsKey(picked), picked);
    }
  }
  const message = create(SeriesResponseSchema, {
    labelsSet: [...sets.values()].sort(compareLabels).map((labels) => ({
      labels: labels.map(({ name, value }) => ({ name, value })),
    })),
  });
  return messageAnswer(SeriesResponseSchema, message);
}

/** Label sets of the series that have a profile in the range. */
function seriesIn(store: Store, asked: { start: bigint; end: bigint }, fits: LabelTest): Labels[] {
  const range = checkOptionalRange(asked, store.now());
  if (range === undefined) {
    return [];
  }
  return [...new Set(store.select(fits, range.start, range.end).map(({ profile }) => profile.labels))];
}

function readableBy({ utf8LabelNames }: ClientCapabilities): (name: string) => boolean {
  return (name) => utf8LabelNames || isPlainLabelName(name);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareTexts);
}
