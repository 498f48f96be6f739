import { invalidArgument } from '../http/connectError';

/** A stack, outermost function first, and how often it was seen, or what it is worth. */
export interface CollapsedStack {
  readonly names: readonly string[];
  readonly value: number;
}

/**
 * Reads stacks as text, functions apart by semicolons. `groups` is Brendan Gregg's collapsed form, each line with its
 * value after the last space: `main;parse 12`. In `lines` each line counts once.
 *
 * @throws ConnectError for a value that is no whole number
 */
export function readCollapsed(text: string, format: 'groups' | 'lines'): CollapsedStack[] {
  const stacks: CollapsedStack[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line === '') {
      continue;
    }
    if (format === 'lines') {
      stacks.push({ names: line.split(';'), value: 1 });
      continue;
    }
    const space = line.lastIndexOf(' ');
    if (space < 0) {
      continue;
    }
    const value = line.slice(space + 1);
    if (!/^[+-]?\d+$/.test(value)) {
      throw invalidArgument(`strconv.Atoi: parsing ${JSON.stringify(value)}: invalid syntax`);
    }
    stacks.push({ names: line.slice(0, space).split(';'), value: Number(value) });
  }
  return stacks;
}
