import type { ComboboxOption } from '@grafana/ui';
import { namedProfileTypes, type NamedProfileType } from '../../catalogue/namedProfileTypes';

/** Profile types as options, grouped by family: those in whose name, family or id all typed words are. */
export function profileTypeOptions(ids: readonly string[], typed: string): Array<ComboboxOption<string>> {
  const words = typed.toLowerCase().split(/\s+/);
  const isFound = ({ id, name, family }: NamedProfileType) => {
    const text = `${name} ${family} ${id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return namedProfileTypes(ids)
    .filter(isFound)
    .map(({ id, name, label, family }) => ({
      value: id,
      label: name,
      // An id that the name shows already is not said twice.
      description: name === label && name !== id ? id : undefined,
      group: family,
    }));
}
