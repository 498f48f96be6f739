import type { SampleUnit } from '../../base/sampleUnit';
import type { CallTree } from '../callTree';
import type { FunctionTable } from '../functionTable';
import { sideOfComparison } from '../sideOfComparison';
import { eachStack } from './eachStack';
import { usedFunctions, type UsedFunctions } from './usedFunctions';

const UNITS: Readonly<Record<SampleUnit, SpeedscopeProfile['unit']>> = {
  nanoseconds: 'nanoseconds',
  microseconds: 'microseconds',
  milliseconds: 'milliseconds',
  seconds: 'seconds',
  bytes: 'bytes',
  count: 'none',
  unknown: 'none',
};

/** A file of speedscope with sampled profiles (speedscope src/lib/file-format-spec.ts). */
export interface SpeedscopeFile {
  readonly $schema: 'https://www.speedscope.app/file-format-schema.json';
  readonly exporter: string;
  readonly name: string;
  readonly shared: { readonly frames: readonly SpeedscopeFrame[] };
  readonly profiles: readonly SpeedscopeProfile[];
}

interface SpeedscopeProfile {
  readonly type: 'sampled';
  readonly name: string;
  readonly unit: 'none' | 'nanoseconds' | 'microseconds' | 'milliseconds' | 'seconds' | 'bytes';
  readonly startValue: number;
  readonly endValue: number;
  /** Positions in `shared.frames`, from the outermost function to the innermost. */
  readonly samples: ReadonlyArray<readonly number[]>;
  readonly weights: readonly number[];
}

interface SpeedscopeFrame {
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
}

/**
 * A profile as speedscope opens it; a comparison is two profiles of one file, between which speedscope switches. `name`
 * is its title. What the root has itself is a sample without frames.
 */
export function speedscopeFile(tree: CallTree, name: string): SpeedscopeFile {
  const marked = usedFunctions(tree.functions.length);
  eachStack(tree, (stack) => marked.add(stack));
  const used = marked.used();
  return {
    $schema: 'https://www.speedscope.app/file-format-schema.json',
    exporter: 'Pyrolens',
    name,
    shared: { frames: framesOf(tree.functions, used) },
    profiles:
      tree.right === undefined
        ? [profileOf(tree, name, used)]
        : (['baseline', 'compared'] as const).map((side) =>
            profileOf(sideOfComparison(tree, side), `${name}, ${side}`, used)
          ),
  };
}

function profileOf(tree: CallTree, name: string, { place }: UsedFunctions): SpeedscopeProfile {
  const samples: number[][] = [];
  const weights: number[] = [];
  let endValue = 0;
  eachStack(tree, (stack, value) => {
    samples.push(stack.map((func) => place[func]));
    weights.push(value);
    endValue += value;
  });
  return { type: 'sampled', name, unit: UNITS[tree.unit], startValue: 0, endValue, samples, weights };
}

function framesOf({ names, file, files, startLine }: FunctionTable, { functions }: UsedFunctions): SpeedscopeFrame[] {
  return functions.map((func) => {
    const path = file === undefined ? undefined : files?.[file[func]];
    const line = startLine?.[func];
    return { name: names[func], ...(path ? { file: path } : {}), ...(path && line ? { line } : {}) };
  });
}
