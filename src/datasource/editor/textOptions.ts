import type { ComboboxOption } from '@grafana/ui';
import { onOneLine } from './onOneLine';

/** Texts as options: those that contain what was typed. */
export function textOptions(texts: readonly string[], typed: string): Array<ComboboxOption<string>> {
  const wanted = typed.toLowerCase();
  return texts
    .filter((text) => text.toLowerCase().includes(wanted))
    .map((text) => ({ value: text, label: onOneLine(text) }));
}
