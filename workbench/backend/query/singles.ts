import { create } from '@bufbuild/protobuf';
import { ExemplarSchema, type Exemplar } from '../../../src/pyroscope/gen/types/v1/types_pb';
import { identifierOf, SPAN_ID, TRACE_ID } from '../ingest/sampleLabels';
import { labelsKey, onlyLabels, type Labels } from '../labels';
import type { Selected } from '../store';

/** One profile as it was pushed, or one span of one: what heatmaps count and exemplars name. */
export interface Single {
  /** Whole milliseconds since the Unix epoch. */
  readonly time: number;
  readonly value: number;
  /** What all of its parts have, without the labels that split the answer. */
  readonly labels: Labels;
  /** 16 and 32 hexadecimal digits; '' for a profile. */
  readonly spanId: string;
  readonly traceId: string;
  /** '' for a span. */
  readonly profileId: string;
}

export interface SinglesOfSeries {
  readonly labels: Labels;
  readonly singles: readonly Single[];
}

export type SingleKind = 'profiles' | 'spans';

/**
 * The single profiles, or spans, that were selected, by the series that they belong to, in order of time. A profile
 * whose samples made several series counts once in each group of them, with its value there (Pyroscope's
 * pkg/model/heatmap/points_builder.go).
 */
export function singlesOf(
  selected: readonly Selected[],
  kind: SingleKind,
  groupBy: readonly string[]
): SinglesOfSeries[] {
  const series = new Map<string, { readonly labels: Labels; readonly singles: Map<string, Single> }>();
  for (const each of selected) {
    const labels = onlyLabels(each.profile.labels, groupBy);
    const key = labelsKey(labels);
    const group = series.get(key) ?? { labels, singles: new Map<string, Single>() };
    series.set(key, group);
    const own = each.profile.labels.filter(({ name }) => !groupBy.includes(name));
    for (const part of partsOf(each, kind)) {
      const singleKey = JSON.stringify([part.time, part.spanId, part.traceId, part.profileId]);
      const known = group.singles.get(singleKey);
      group.singles.set(
        singleKey,
        known === undefined
          ? { ...part, labels: own }
          : { ...known, value: known.value + part.value, labels: inBoth(known.labels, own) }
      );
    }
  }
  return [...series.values()].map(({ labels, singles }) => ({ labels, singles: [...singles.values()] }));
}

function* partsOf({ time, pprof, profile }: Selected, kind: SingleKind): Iterable<Omit<Single, 'labels'>> {
  const at = Math.floor(time);
  if (kind === 'profiles') {
    yield { time: at, value: profile.total, spanId: '', traceId: '', profileId: profile.id };
    return;
  }
  for (const sample of profile.samples) {
    const spanId = identifierOf(pprof, sample, SPAN_ID);
    if (spanId !== undefined) {
      const traceId = identifierOf(pprof, sample, TRACE_ID) ?? '';
      const value = pprof.samples.values[sample * pprof.sampleTypes.length + profile.sampleType];
      yield { time: at, value, spanId: spanId.toLowerCase(), traceId: traceId.toLowerCase(), profileId: '' };
    }
  }
}

function inBoth(a: Labels, b: Labels): Labels {
  return a.filter(({ name, value }) => b.some((other) => other.name === name && other.value === value));
}

/** The one with the largest value; the first of equal ones. */
export function largest(singles: readonly Single[]): Single {
  return singles.reduce((best, single) => (single.value > best.value ? single : best));
}

export function exemplarOf({ time, value, labels, spanId, traceId, profileId }: Single): Exemplar {
  return create(ExemplarSchema, {
    timestamp: BigInt(time),
    value: BigInt(Math.round(value)),
    labels: labels.map((label) => ({ name: label.name, value: label.value })),
    spanId,
    traceId,
    profileId,
  });
}
