import type { PprofProfile } from '../../../src/profile/pprof/pprofProfile';
import { compareLabels, labelsKey, type Label, type Labels, sortedLabels } from '../labels';

/** Labels of samples that say which span and trace ran; they never become labels of a series. */
export const SPAN_ID = 'span_id';
export const TRACE_ID = 'trace_id';
/** What older SDKs call a span's id. */
const OLD_SPAN_ID = 'profile_id';

const identifiers: ReadonlySet<string> = new Set([SPAN_ID, TRACE_ID, OLD_SPAN_ID]);

export interface SampleGroup {
  readonly labels: Labels;
  /** Positions in the pprof's samples, ascending. */
  readonly samples: Uint32Array;
}

/**
 * The samples by the series that they belong to: the labels of the profile, and those of the sample that the profile
 * does not have (Pyroscope's pkg/model/pprofsplit). Left out are labels that are numbers, samples without any value, and
 * samples with a negative one.
 */
export function groupSamples(profile: PprofProfile, profileLabels: Labels): SampleGroup[] {
  type Group = { readonly labels: Labels; readonly samples: number[] };
  const groups = new Map<string, Group>();
  /** By the labels that samples have themselves, of which there are far fewer than samples. */
  const groupsByOwn = new Map<string, Group>();
  for (let sample = 0; sample < profile.samples.length; sample++) {
    if (!hasValue(profile, sample)) {
      continue;
    }
    const own = labelsOfSample(profile, sample).filter(({ name }) => !identifiers.has(name));
    const ownKey = labelsKey(own);
    let group = groupsByOwn.get(ownKey);
    if (group === undefined) {
      const labels = sortedLabels([...profileLabels, ...own]);
      const key = labelsKey(labels);
      group = groups.get(key) ?? { labels, samples: [] };
      groups.set(key, group);
      groupsByOwn.set(ownKey, group);
    }
    group.samples.push(sample);
  }
  return [...groups.values()]
    .map(({ labels, samples }) => ({ labels, samples: Uint32Array.from(samples) }))
    .sort((a, b) => compareLabels(a.labels, b.labels));
}

/** The id of the span or trace that a sample belongs to, undefined for none. */
export function identifierOf(profile: PprofProfile, sample: number, name: string): string | undefined {
  const names = name === SPAN_ID ? [SPAN_ID, OLD_SPAN_ID] : [name];
  return labelsOfSample(profile, sample).find((label) => names.includes(label.name))?.value;
}

function labelsOfSample({ samples, strings }: PprofProfile, sample: number): Label[] {
  const { key, str } = samples.labels;
  const labels: Label[] = [];
  for (let at = samples.labelStart[sample]; at < samples.labelStart[sample + 1]; at++) {
    if (str[at] !== 0) {
      labels.push({ name: strings[key[at]], value: strings[str[at]] });
    }
  }
  return labels;
}

function hasValue({ samples, sampleTypes }: PprofProfile, sample: number): boolean {
  const values = samples.values.subarray(sample * sampleTypes.length, (sample + 1) * sampleTypes.length);
  return values.every((value) => value >= 0) && values.some((value) => value > 0);
}
