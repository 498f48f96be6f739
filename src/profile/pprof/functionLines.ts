import type { SampleUnit } from '../../base/sampleUnit';
import { sampleUnitOf } from '../sampleUnit';
import type { PprofProfile, StringIndex } from './pprofProfile';

/** What each source line of a function costs. */
export interface FunctionLines {
  /** '' where the profile does not say. */
  readonly file: string;
  readonly unit: SampleUnit;
  readonly lines: {
    readonly length: number;
    /** 1-based, ascending; 0 is what has no line. */
    readonly line: Uint32Array;
    /** Of stacks that end at the line. */
    readonly self: Float64Array;
    /** Of stacks that hold the line, each stack once, however often the function recurs there. */
    readonly total: Float64Array;
  };
}

/**
 * Values by line of the functions of a name, one sample type's. A function that was inlined has the lines of its own
 * source, and its caller the line of the call. Where functions in several files share the name, those in the file that
 * has the most. No lines where the profile has no such function. Linear in the samples' stacks.
 *
 * @throws RangeError if there is no such sample type
 */
export function functionLines(profile: PprofProfile, sampleTypeIndex: number, functionName: string): FunctionLines {
  const { sampleTypes, samples, locations, strings } = profile;
  const sampleType = sampleTypes[sampleTypeIndex];
  if (sampleType === undefined) {
    throw new RangeError(`The profile has ${sampleTypes.length} sample types, so there is none at ${sampleTypeIndex}.`);
  }
  const { slotOf, slots } = slotsOfLines(profile, functionName);
  const self = new Float64Array(slots.length);
  const total = new Float64Array(slots.length);
  /** Slot -> number of the sample that it was counted for last, plus one. */
  const countedFor = new Uint32Array(slots.length);
  for (let sample = 0; sample < samples.length; sample++) {
    const value = samples.values[sample * sampleTypes.length + sampleTypeIndex];
    let isInnermost = true;
    for (let at = samples.locationStart[sample]; at < samples.locationStart[sample + 1]; at++) {
      const location = samples.location[at];
      const end = locations.lineStart[location + 1];
      // A location without lines is a frame too: what is called from it does not end at its caller's line.
      let entry = locations.lineStart[location];
      if (entry === end) {
        isInnermost = false;
      }
      for (; entry < end; entry++) {
        const slot = slotOf[entry];
        if (slot !== -1) {
          self[slot] += isInnermost ? value : 0;
          total[slot] += countedFor[slot] === sample + 1 ? 0 : value;
          countedFor[slot] = sample + 1;
        }
        isInnermost = false;
      }
    }
  }
  const file = largestFile(slots, total);
  const chosen = [...slots.keys()].filter((slot) => slots[slot].file === file);
  chosen.sort((a, b) => slots[a].line - slots[b].line);
  return {
    file: file === undefined ? '' : strings[file],
    unit: sampleUnitOf(sampleType.unit),
    lines: {
      length: chosen.length,
      line: Uint32Array.from(chosen, (slot) => slots[slot].line),
      self: Float64Array.from(chosen, (slot) => self[slot]),
      total: Float64Array.from(chosen, (slot) => total[slot]),
    },
  };
}

/** A line of a file. */
interface Slot {
  readonly file: StringIndex;
  readonly line: number;
}

/** Position in `locations.lines` -> slot of its file and line, -1 where it is of another function. */
function slotsOfLines({ locations, functions, strings }: PprofProfile, functionName: string) {
  const isIt = functions.name.map((name) => (strings[name] === functionName ? 1 : 0));
  const { lines } = locations;
  const slotOf = new Int32Array(lines.length).fill(-1);
  const slots: Slot[] = [];
  const known = new Map<string, number>();
  for (let entry = 0; entry < lines.length; entry++) {
    const func = lines.func[entry];
    if (isIt[func] === 0) {
      continue;
    }
    const file = functions.file[func];
    const line = Math.max(0, lines.line[entry]);
    const key = `${file}:${line}`;
    const slot = known.get(key) ?? slots.push({ file, line }) - 1;
    known.set(key, slot);
    slotOf[entry] = slot;
  }
  return { slotOf, slots };
}

function largestFile(slots: readonly Slot[], total: Float64Array): StringIndex | undefined {
  const sums = new Map<StringIndex, number>();
  slots.forEach(({ file }, slot) => sums.set(file, (sums.get(file) ?? 0) + Math.abs(total[slot])));
  return [...sums].sort(([, a], [, b]) => b - a)[0]?.[0];
}
