import type { ComboboxOption } from '@grafana/ui';

/** Texts as options: those that contain what was typed. */
export function textOptions(texts: readonly string[], typed: string): Array<ComboboxOption<string>> {
  const wanted = typed.toLowerCase();
  return texts.filter((text) => text.toLowerCase().includes(wanted)).map((text) => ({ value: text, label: text }));
}
