import { concurrencyKinds } from './concurrencyKinds';
import { concurrencyTexts } from './concurrencyTexts';
import { kindOfType, type KindOfType } from './kindOfType';
import { memoryKinds } from './memoryKinds';
import { memoryTexts } from './memoryTexts';
import type { ProfileKind } from './profileKind';
import type { ProfileTexts } from './profileTypeDescription';
import { timeKinds } from './timeKinds';
import { timeTexts } from './timeTexts';

/**
 * What to say of the profile type with this id. Apart from `describeProfileType`, because answers need none of it: only
 * editors and pages load it.
 */
export function profileTexts(id: string): ProfileTexts {
  const found = kindOfType(id);
  return textsByLabel.get(found.kind.label) ?? unknownTexts(found);
}

/** By label, which each kind has for itself: a kind that was found by rule may be a copy. */
const textsByLabel: ReadonlyMap<string, ProfileTexts> = new Map([
  ...labelled(timeKinds, timeTexts),
  ...labelled(memoryKinds, memoryTexts),
  ...labelled(concurrencyKinds, concurrencyTexts),
]);

function labelled<K extends string>(kinds: Readonly<Record<K, ProfileKind>>, texts: Readonly<Record<K, ProfileTexts>>) {
  return (Object.keys(kinds) as K[]).map((key) => [kinds[key].label, texts[key]] as const);
}

function unknownTexts({ kind, parts: { sampleType } }: KindOfType): ProfileTexts {
  return {
    meaning:
      sampleType === ''
        ? 'A profile type that Pyrolens does not know.'
        : `Values that a profiler sent as "${sampleType}". Pyrolens does not know this profile type; what is shown follows from its name and unit.`,
    whenToUse: 'When the program that sends it measures something of its own.',
    howToRead:
      kind.aggregation === 'instant'
        ? 'The wider a box, the larger the value of its function and all that it called. Values are the average of the snapshots in the range.'
        : 'The wider a box, the larger the value of its function and all that it called, added up over the range.',
  };
}
