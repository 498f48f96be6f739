import type { PprofProfile } from '../../../src/profile/pprof/pprofProfile';

/**
 * Reads the stacks of a pprof as function names, the outermost first. A function that was inlined stands below the one
 * that it was inlined into; a location without a function is named by its address, "0x4f2a10".
 */
export function createStackReader(profile: PprofProfile): (sample: number) => string[] {
  const { samples } = profile;
  const names = Array.from({ length: profile.locations.length }, (_, location) => namesOf(profile, location));
  return (sample) => {
    const stack: string[] = [];
    for (let at = samples.locationStart[sample + 1] - 1; at >= samples.locationStart[sample]; at--) {
      stack.push(...names[samples.location[at]]);
    }
    return stack;
  };
}

/** The functions that one location stands for, the outermost first. */
export function namesOf({ locations, functions, strings }: PprofProfile, location: number): string[] {
  const [from, to] = [locations.lineStart[location], locations.lineStart[location + 1]];
  if (from === to) {
    const address = (BigInt(locations.addressHigh[location]) << 32n) | BigInt(locations.addressLow[location]);
    return [`0x${address.toString(16)}`];
  }
  const lines = locations.lines.func.subarray(from, to);
  return Array.from(lines, (func) => strings[functions.name[func]]).reverse();
}
