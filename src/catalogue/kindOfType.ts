import type { SampleUnit } from '../base/sampleUnit';
import { aggregationByRule, kindByRule, type TypeParts } from './kindByRule';
import { knownTypes } from './knownTypes';
import type { ProfileKind } from './profileKind';

/** Which kind the profile type with this id is of. */
export interface KindOfType {
  readonly kind: ProfileKind;
  readonly parts: TypeParts;
  /** Whether the id stands in a table of ours. */
  readonly isKnown: boolean;
}

/** By table for the ids that profilers are known to send, by the words in the id for others. Never fails. */
export function kindOfType(id: string): KindOfType {
  const [name = '', sampleType = '', unitName = '', periodType = '', periodUnit = '', sixth] = id.split(':');
  const known = knownTypes[[name, sampleType, unitName, periodType, periodUnit].join(':')];
  const parts: TypeParts = { name, sampleType, unit: sampleUnitOf(unitName), delta: sixth === 'delta' };
  return { kind: known ?? kindByRule(parts) ?? unknownKind(id, parts, unitName), parts, isKnown: known !== undefined };
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

function unknownKind(id: string, parts: TypeParts, unitName: string): ProfileKind {
  return {
    label: id,
    family: 'Other',
    aggregation: aggregationByRule(parts),
    mayBeSilent: false,
    counted: unitName === '' || parts.unit === 'count' ? 'events' : unitName,
    secondsPerSecond: 'threads',
  };
}
