import type { CallTree, SampleUnit } from '../callTree';
import type { FunctionTable } from '../functionTable';
import { eachStack } from './eachStack';

const UNITS: Readonly<Record<SampleUnit, SpeedscopeFile['profiles'][number]['unit']>> = {
  nanoseconds: 'nanoseconds',
  microseconds: 'microseconds',
  milliseconds: 'milliseconds',
  seconds: 'seconds',
  bytes: 'bytes',
  count: 'none',
  unknown: 'none',
};

/** A file of speedscope with one sampled profile (speedscope src/lib/file-format-spec.ts). */
export interface SpeedscopeFile {
  readonly $schema: 'https://www.speedscope.app/file-format-schema.json';
  readonly exporter: string;
  readonly name: string;
  readonly shared: { readonly frames: readonly SpeedscopeFrame[] };
  readonly profiles: ReadonlyArray<{
    readonly type: 'sampled';
    readonly name: string;
    readonly unit: 'none' | 'nanoseconds' | 'microseconds' | 'milliseconds' | 'seconds' | 'bytes';
    readonly startValue: number;
    readonly endValue: number;
    /** Positions in `shared.frames`, from the outermost function to the innermost. */
    readonly samples: ReadonlyArray<readonly number[]>;
    readonly weights: readonly number[];
  }>;
}

interface SpeedscopeFrame {
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
}

/** A profile as speedscope opens it. `name` is its title. What the root has itself is a sample without frames. */
export function speedscopeFile(tree: CallTree, name: string): SpeedscopeFile {
  const samples: number[][] = [];
  const weights: number[] = [];
  let endValue = 0;
  eachStack(tree, (stack, value) => {
    // The root's function, the first, is no frame.
    samples.push(stack.map((func) => func - 1));
    weights.push(value);
    endValue += value;
  });
  return {
    $schema: 'https://www.speedscope.app/file-format-schema.json',
    exporter: 'Pyrolens',
    name,
    shared: { frames: framesOf(tree.functions) },
    profiles: [{ type: 'sampled', name, unit: UNITS[tree.unit], startValue: 0, endValue, samples, weights }],
  };
}

function framesOf({ length, names, file, files, startLine }: FunctionTable): SpeedscopeFrame[] {
  const frames: SpeedscopeFrame[] = [];
  for (let func = 1; func < length; func++) {
    const path = file === undefined ? undefined : files?.[file[func]];
    const line = startLine?.[func];
    frames.push({ name: names[func], ...(path ? { file: path } : {}), ...(path && line ? { line } : {}) });
  }
  return frames;
}
