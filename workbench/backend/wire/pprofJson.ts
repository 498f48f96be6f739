import type { JsonObject } from '@bufbuild/protobuf';
import type { PprofProfile, PprofValueType } from '../../../src/profile/pprof/pprofProfile';

/**
 * A `google.v1.Profile` as protobuf's JSON has it: integers of 64 bits are strings, and what is zero is left out. For
 * profiles without labels, mappings and addresses, as the store merges them: those are not written.
 */
export function pprofJson(profile: PprofProfile): JsonObject {
  const { samples, locations, functions } = profile;
  const strings = [...profile.strings];
  const indexOf = (text: string) => {
    const known = strings.indexOf(text);
    return known < 0 ? strings.push(text) - 1 : known;
  };
  const valueType = ({ type, unit }: PprofValueType) => int64s({ type: indexOf(type), unit: indexOf(unit) });
  const valuesEach = profile.sampleTypes.length;
  return {
    sampleType: profile.sampleTypes.map(valueType),
    sample: rows(samples.length, (at) => ({
      locationId: texts(samples.location.subarray(samples.locationStart[at], samples.locationStart[at + 1]), 1),
      value: texts(samples.values.subarray(at * valuesEach, (at + 1) * valuesEach), 0),
    })),
    location: rows(locations.length, (at) => ({
      id: String(at + 1),
      line: rows(locations.lineStart[at + 1] - locations.lineStart[at], (offset) => {
        const line = locations.lineStart[at] + offset;
        return int64s({ functionId: locations.lines.func[line] + 1, line: locations.lines.line[line] });
      }),
    })),
    function: rows(functions.length, (at) => ({
      id: String(at + 1),
      ...int64s({
        name: functions.name[at],
        systemName: functions.systemName[at],
        filename: functions.file[at],
        startLine: functions.startLine[at],
      }),
    })),
    ...(profile.timeNanos === 0n ? {} : { timeNanos: String(profile.timeNanos) }),
    periodType: valueType(profile.periodType),
    ...int64s({ durationNanos: profile.durationNanos, period: profile.period }),
    stringTable: strings,
  };
}

function rows<T>(length: number, row: (at: number) => T): T[] {
  return Array.from({ length }, (_, at) => row(at));
}

function texts(values: Iterable<number>, plus: number): string[] {
  return Array.from(values, (value) => String(value + plus));
}

function int64s(values: Readonly<Record<string, number>>): JsonObject {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === 0 ? [] : [[name, String(value)]]))
  );
}
