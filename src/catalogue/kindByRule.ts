import type { SampleUnit } from '../base/sampleUnit';
import { concurrencyKinds } from './concurrencyKinds';
import { memoryKinds } from './memoryKinds';
import type { ProfileKind } from './profileKind';
import { timeKinds } from './timeKinds';

/** The parts of a profile type id that say what is measured. */
export interface TypeParts {
  readonly name: string;
  readonly sampleType: string;
  readonly unit: SampleUnit;
  /** The id's sixth part: the profiler itself says that values are what came since the profile before. */
  readonly delta: boolean;
}

const snapshotWords = /(^|_)(in_?use|live|heap|goroutines?|threads?|resident|rss|retained|held)(_|$)/;

/**
 * What an id that is in no table of ours most likely is, by the words in it; undefined for ids that say nothing.
 * Whether it is a snapshot is decided by words too, because no unit tells it: bytes may be allocated or in use.
 */
export function kindByRule(parts: TypeParts): ProfileKind | undefined {
  const kind = kindByWords(parts);
  return kind !== undefined && parts.delta && kind.aggregation === 'instant'
    ? { ...kind, aggregation: 'cumulative' }
    : kind;
}

/** How an unknown type adds up: as snapshots where its name says so and the profiler does not say otherwise. */
export function aggregationByRule({ name, sampleType, delta }: TypeParts): ProfileKind['aggregation'] {
  return !delta && (snapshotWords.test(name) || snapshotWords.test(sampleType)) ? 'instant' : 'cumulative';
}

/** The sample type says more than the profile's name: `heap:alloc_space` is about allocations, not about the heap. */
function kindByWords({ name, sampleType, unit }: TypeParts): ProfileKind | undefined {
  return kindOfWord(sampleType, unit) ?? kindOfWord(name, unit);
}

function kindOfWord(word: string, unit: SampleUnit): ProfileKind | undefined {
  const isTime = unit.endsWith('seconds');
  const rules: ReadonlyArray<readonly [RegExp, ProfileKind]> = [
    [/exception/, concurrencyKinds.exceptions],
    [/goroutine/, concurrencyKinds.goroutines],
    [/off_?cpu/, timeKinds.offCpu],
    [/(^|_)(in_?use|live|heap)(_|$)/, unit === 'bytes' ? memoryKinds.inUseSpace : memoryKinds.inUseObjects],
    [/malloc/, unit === 'bytes' ? memoryKinds.nativeSpace : memoryKinds.nativeObjects],
    [/alloc/, unit === 'bytes' ? memoryKinds.allocatedSpace : memoryKinds.allocatedObjects],
    [/mutex/, isTime ? concurrencyKinds.mutexDuration : concurrencyKinds.mutexCount],
    [/(^|_)lock/, isTime ? concurrencyKinds.lockDuration : concurrencyKinds.lockCount],
    [/(^|_)block/, isTime ? concurrencyKinds.blockDuration : concurrencyKinds.blockCount],
    [/cpu/, isTime ? timeKinds.cpu : timeKinds.cpuSamples],
    [/wall/, isTime ? timeKinds.wall : timeKinds.wallSamples],
  ];
  return rules.find(([words]) => words.test(word))?.[1];
}
