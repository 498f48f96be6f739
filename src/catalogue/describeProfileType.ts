import type { SampleUnit } from '../base/sampleUnit';
import { aggregationByRule, kindByRule, type TypeParts } from './kindByRule';
import { knownTypes } from './knownTypes';
import type { ProfileKind } from './profileKind';
import type { ProfileTypeDescription, SeriesPresentation } from './profileTypeDescription';

/**
 * What the profile type with this id is, how its values add up, and how to show them: by table for the ids that
 * profilers are known to send, by the words in the id for others. Takes the sixth part, `:delta`, too. Never fails: an
 * id that cannot be read is described as such.
 */
export function describeProfileType(id: string): ProfileTypeDescription {
  const [name = '', sampleType = '', unitName = '', periodType = '', periodUnit = '', sixth] = id.split(':');
  const known = knownTypes[[name, sampleType, unitName, periodType, periodUnit].join(':')];
  const parts: TypeParts = { name, sampleType, unit: sampleUnitOf(unitName), delta: sixth === 'delta' };
  const kind = known ?? kindByRule(parts) ?? unknownKind(id, parts, unitName);
  return {
    id,
    label: known === undefined ? labelByRule(id, kind, parts) : kind.label,
    family: kind.family,
    measure: kind.measure,
    sampleUnit: parts.unit,
    aggregation: kind.aggregation,
    mayBeSilent: kind.mayBeSilent,
    series: seriesOf(kind, parts.unit),
    profileUnit: profileUnits[parts.unit],
    meaning: kind.meaning,
    whenToUse: kind.whenToUse,
    howToRead: kind.howToRead,
    known: known !== undefined,
  };
}

const unitsByName: ReadonlyMap<string, SampleUnit> = new Map([
  ['nanoseconds', 'nanoseconds'],
  ['ns', 'nanoseconds'],
  ['microseconds', 'microseconds'],
  ['us', 'microseconds'],
  ['milliseconds', 'milliseconds'],
  ['ms', 'milliseconds'],
  ['seconds', 'seconds'],
  ['s', 'seconds'],
  ['bytes', 'bytes'],
  ['byte', 'bytes'],
  ['By', 'bytes'],
  ['count', 'count'],
  ['samples', 'count'],
  ['objects', 'count'],
  ['1', 'count'],
]);

function sampleUnitOf(name: string): SampleUnit {
  return unitsByName.get(name) ?? 'unknown';
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

function unknownKind(id: string, parts: TypeParts, unitName: string): ProfileKind {
  const { sampleType } = parts;
  const aggregation = aggregationByRule(parts);
  return {
    label: id,
    family: 'Other',
    aggregation,
    mayBeSilent: false,
    counted: unitName === '' || parts.unit === 'count' ? 'events' : unitName,
    secondsPerSecond: 'threads',
    meaning:
      sampleType === ''
        ? 'A profile type that Pyrolens does not know.'
        : `Values that a profiler sent as "${sampleType}". Pyrolens does not know this profile type; what is shown follows from its name and unit.`,
    whenToUse: 'When the program that sends it measures something of its own.',
    howToRead:
      aggregation === 'instant'
        ? 'The wider a box, the larger the value of its function and all that it called. Values are the average of the snapshots in the range.'
        : 'The wider a box, the larger the value of its function and all that it called, added up over the range.',
  };
}
