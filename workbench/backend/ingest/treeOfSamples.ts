import type { CallTree } from '../../../src/profile/callTree';
import { createCallTreeBuilder } from '../../../src/profile/callTreeBuilder';
import type { PprofProfile } from '../../../src/profile/pprof/pprofProfile';
import { sampleUnitOf } from '../../../src/profile/sampleUnit';
import { createStackReader } from './stackReader';

/**
 * Merges samples of a pprof into a call tree, function by function by name alone. Samples without a stack count in a
 * series but have no place in a flame graph.
 */
export function treeOfSamples(profile: PprofProfile, samples: Uint32Array, sampleType: number): CallTree {
  const readStack = createStackReader(profile);
  const builder = createCallTreeBuilder(sampleUnitOf(profile.sampleTypes[sampleType].unit));
  for (const sample of samples) {
    const value = profile.samples.values[sample * profile.sampleTypes.length + sampleType];
    const stack = readStack(sample);
    if (value !== 0 && stack.length > 0) {
      builder.addStack(stack, value);
    }
  }
  return builder.build();
}
