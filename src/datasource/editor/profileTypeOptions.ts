import type { ComboboxOption } from '@grafana/ui';
import { namedProfileTypes, type NamedProfileType } from '../../catalogue/namedProfileTypes';

/** Types that are listed although what is chosen does not send them. */
export interface MissingTypes {
  /** What they are listed under: "Not sent by checkout". */
  readonly group: string;
  readonly has: (id: string) => boolean;
  /** Why it is missing, where that is known. */
  readonly why: (id: string) => string | undefined;
  /** A type that is sent and answers the same question. */
  readonly instead: (id: string) => string | undefined;
}

/**
 * Profile types as options, grouped by family: those in whose name, family or id all typed words are. What is missing
 * comes last, in a group of its own.
 */
export function profileTypeOptions(
  ids: readonly string[],
  typed: string,
  missing?: MissingTypes
): Array<ComboboxOption<string>> {
  const words = typed.toLowerCase().split(/\s+/);
  const isFound = ({ id, name, family }: NamedProfileType) => {
    const text = `${name} ${family} ${id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const found = namedProfileTypes(ids).filter(isFound);
  const isMissing = ({ id }: NamedProfileType) => missing?.has(id) === true;
  const option = (type: NamedProfileType): ComboboxOption<string> => ({
    value: type.id,
    label: type.name,
    description: (isMissing(type) ? missing?.why(type.id) : undefined) ?? idUnlessShown(type),
    group: isMissing(type) ? missing?.group : type.family,
  });
  return [...found.filter((type) => !isMissing(type)), ...found.filter(isMissing)].map(option);
}

/** An id that the name shows already is not said twice. */
function idUnlessShown({ id, name, label }: NamedProfileType): string | undefined {
  return name === label && name !== id ? id : undefined;
}
