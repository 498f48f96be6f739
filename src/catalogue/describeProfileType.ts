import type { SampleUnit } from '../base/sampleUnit';
import type { TypeParts } from './kindByRule';
import { kindOfType } from './kindOfType';
import type { ProfileKind } from './profileKind';
import type { ProfileTypeDescription, SeriesPresentation } from './profileTypeDescription';

/**
 * What the profile type with this id is, how its values add up, and how to show them: by table for the ids that
 * profilers are known to send, by the words in the id for others. Takes the sixth part, `:delta`, too. Never fails: an
 * id that cannot be read is described as such.
 */
export function describeProfileType(id: string): ProfileTypeDescription {
  const { kind, parts, isKnown } = kindOfType(id);
  return {
    id,
    label: isKnown ? kind.label : labelByRule(id, kind, parts),
    family: kind.family,
    measure: kind.measure,
    sampleUnit: parts.unit,
    aggregation: kind.aggregation,
    mayBeSilent: kind.mayBeSilent,
    series: seriesOf(kind, parts.unit),
    profileUnit: profileUnits[parts.unit],
    known: isKnown,
  };
}

/** Units of Grafana's own list (`getValueFormats` of @grafana/data). */
const profileUnits: Readonly<Record<SampleUnit, string>> = {
  nanoseconds: 'ns',
  microseconds: 'µs',
  milliseconds: 'ms',
  seconds: 's',
  bytes: 'bytes',
  count: 'short',
  unknown: 'short',
};

const secondsPerUnit: Readonly<Partial<Record<SampleUnit, number>>> = {
  nanoseconds: 1e-9,
  microseconds: 1e-6,
  milliseconds: 1e-3,
  seconds: 1,
};

function seriesOf(kind: ProfileKind, unit: SampleUnit): SeriesPresentation {
  if (kind.aggregation === 'instant') {
    return { unit: profileUnits[unit], label: unit === 'bytes' ? 'bytes' : kind.counted, scale: 1 };
  }
  const inSeconds = secondsPerUnit[unit];
  if (inSeconds !== undefined) {
    return { unit: kind.secondsPerSecond, label: kind.secondsPerSecond, scale: inSeconds };
  }
  if (unit === 'bytes') {
    return { unit: 'binBps', label: 'bytes per second', scale: 1 };
  }
  return { unit: `count:${kind.counted}/s`, label: `${kind.counted} per second`, scale: 1 };
}

/** Two unknown ids of one kind must not look alike in a picker, so what the rule found is followed by the sample type. */
function labelByRule(id: string, kind: ProfileKind, { name, sampleType }: TypeParts): string {
  if (kind.label === id || sampleType === '') {
    return kind.label;
  }
  const source = name === sampleType || name === '' ? sampleType : `${name}, ${sampleType}`;
  return `${kind.label} (${source})`;
}
