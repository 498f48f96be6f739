import type { CallTree } from '../callTree';
import { createCallTreeBuilder, type CallTreeBuilder } from '../callTreeBuilder';
import { sampleUnitOf } from '../sampleUnit';
import { GrowingUint32 } from '../wire/growingColumn';
import type { PprofProfile } from './pprofProfile';

/**
 * Merges the samples of one sample type into a call tree. Functions that were inlined stand below the functions which
 * they were inlined into, and functions keep their files and first lines. A location without a function is named by its
 * address, "0x4f2a10". Samples whose value is 0 are left out, as the backend does.
 *
 * @throws RangeError if there is no such sample type
 */
export function callTreeOfPprof(profile: PprofProfile, sampleTypeIndex: number): CallTree {
  const { sampleTypes, samples } = profile;
  const sampleType = sampleTypes[sampleTypeIndex];
  if (sampleType === undefined) {
    throw new RangeError(`The profile has ${sampleTypes.length} sample types, so there is none at ${sampleTypeIndex}.`);
  }
  const builder = createCallTreeBuilder(sampleUnitOf(sampleType.unit));
  const frames = framesOfLocations(profile, builder);
  const stack = new GrowingUint32(256);
  for (let sample = 0; sample < samples.length; sample++) {
    const value = samples.values[sample * sampleTypes.length + sampleTypeIndex];
    if (value === 0) {
      continue;
    }
    stack.truncate(0);
    for (let at = samples.locationStart[sample + 1] - 1; at >= samples.locationStart[sample]; at--) {
      const location = samples.location[at];
      for (let frame = frames.start[location]; frame < frames.start[location + 1]; frame++) {
        stack.push(frames.func[frame]);
      }
    }
    builder.addStackOfIds(stack.view(), value);
  }
  return builder.build();
}

/** Location -> the functions that it stands for, the outermost first, by the builder's numbers. */
function framesOfLocations({ locations, functions, strings }: PprofProfile, builder: CallTreeBuilder) {
  const ids = new Int32Array(functions.length).fill(-1);
  const idOf = (func: number) => {
    if (ids[func] === -1) {
      const file = strings[functions.file[func]];
      const place = file === '' ? undefined : { file, startLine: functions.startLine[func] };
      ids[func] = builder.functionId(strings[functions.name[func]], place);
    }
    return ids[func];
  };
  const start = new Uint32Array(locations.length + 1);
  const func = new GrowingUint32(locations.length);
  for (let location = 0; location < locations.length; location++) {
    const [from, to] = [locations.lineStart[location], locations.lineStart[location + 1]];
    for (let line = to - 1; line >= from; line--) {
      func.push(idOf(locations.lines.func[line]));
    }
    if (from === to) {
      func.push(builder.functionId(addressText(locations.addressHigh[location], locations.addressLow[location])));
    }
    start[location + 1] = func.length;
  }
  return { start, func: func.trimmed() };
}

function addressText(high: number, low: number): string {
  const lowText = low.toString(16);
  return high === 0 ? `0x${lowText}` : `0x${high.toString(16)}${lowText.padStart(8, '0')}`;
}
