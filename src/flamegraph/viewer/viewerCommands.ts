/** Commands that change what is chosen: the viewer's state. */
export type StateCommand =
  | 'view-flamegraph'
  | 'view-table'
  | 'view-both'
  | 'view-tree'
  | 'view-sandwich'
  | 'bottom-up'
  | 'root-side'
  | 'label-side'
  | 'next-colours'
  | 'whole-profile'
  | 'sandwich'
  | 'hide-frame'
  | 'only-with'
  | 'without'
  | 'from'
  | 'up-to'
  | 'collapse-package'
  | 'only-my-code'
  | 'only-changed'
  | 'diff-by';

/** Commands that open, copy, or lead back. */
export type ActionCommand =
  'search' | 'legend' | 'details' | 'menu' | 'copy-name' | 'open-source' | 'add-filter' | 'undo' | 'redo' | 'keys';

/** What the keyboard can have the viewer do, besides what the picture that has the keyboard does by itself. */
export type ViewerCommand = StateCommand | ActionCommand;

export interface CommandKey {
  readonly command: ViewerCommand;
  /** In lower case; a sign as it is. */
  readonly key: string;
  readonly shift?: true;
  /** Or the command key of a Mac. */
  readonly ctrl?: true;
  readonly what: string;
}

export interface CommandGroup {
  readonly title: string;
  readonly keys: readonly CommandKey[];
}

/**
 * Letters that begin none of Grafana's own shortcuts (c, d, e, f, g, i, p, t and v do), so that those work while the
 * viewer has the keyboard. What is taken here does not get to Grafana: its `?` and ctrl+z mean the page.
 */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    title: 'Views',
    keys: [
      { command: 'view-flamegraph', key: '1', what: 'Flame graph' },
      { command: 'view-table', key: '2', what: 'Table of functions' },
      { command: 'view-both', key: '3', what: 'Both, side by side' },
      { command: 'view-tree', key: '4', what: 'Call tree' },
      { command: 'view-sandwich', key: '5', what: 'Sandwich: callers and callees of a function' },
      { command: 'bottom-up', key: 'b', what: 'Bottom-up or top-down' },
      { command: 'root-side', key: 'r', what: 'Root at the top or at the bottom' },
      { command: 'label-side', key: 'a', what: 'Ends or beginnings of names that are too long' },
      { command: 'next-colours', key: 'o', what: 'Next colors' },
      { command: 'legend', key: 'l', what: 'Legend of the colors' },
      { command: 'diff-by', key: 'm', what: 'In a comparison: by share or by value' },
      { command: 'whole-profile', key: '0', what: 'The whole profile again' },
      { command: 'search', key: '/', what: 'Search' },
    ],
  },
  {
    title: 'The chosen function',
    keys: [
      { command: 'menu', key: '.', what: 'All that can be done with it; also the menu key' },
      { command: 'sandwich', key: 's', what: 'Its callers and callees' },
      { command: 'details', key: ',', what: 'Its details: lines, labels, over time' },
      { command: 'copy-name', key: 'y', what: 'Copy its name' },
      { command: 'open-source', key: 'u', what: 'Open its source' },
    ],
  },
  {
    title: 'Filters',
    keys: [
      { command: 'add-filter', key: 'q', what: 'Filter by a text' },
      { command: 'only-with', key: 'w', what: 'Only stacks with the chosen function' },
      { command: 'without', key: 'w', shift: true, what: 'Only stacks without it' },
      { command: 'hide-frame', key: 'h', what: 'Merge it into its callers' },
      { command: 'from', key: 'j', what: 'Begin stacks at it' },
      { command: 'up-to', key: 'j', shift: true, what: 'End stacks at it' },
      { command: 'collapse-package', key: 'k', what: 'Collapse its package' },
      { command: 'only-my-code', key: 'x', what: 'Only my code' },
      { command: 'only-changed', key: 'x', shift: true, what: 'In a comparison: only what changed' },
      { command: 'undo', key: 'z', ctrl: true, what: 'Undo' },
      { command: 'redo', key: 'z', ctrl: true, shift: true, what: 'Redo' },
    ],
  },
  { title: 'Help', keys: [{ command: 'keys', key: '?', what: 'This list' }] },
];

export const COMMAND_KEYS: readonly CommandKey[] = COMMAND_GROUPS.flatMap(({ keys }) => keys);

export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The command of a key, or undefined where it has none. */
export function commandOfKey({ key, shiftKey, ctrlKey, metaKey, altKey }: PressedKey): ViewerCommand | undefined {
  if (altKey) {
    return undefined;
  }
  const pressed = key.toLowerCase();
  // Which signs need shift depends on the keyboard: it counts for letters alone.
  const isLetter = /^[a-z]$/.test(pressed);
  return COMMAND_KEYS.find(
    (one) =>
      one.key === pressed &&
      Boolean(one.ctrl) === (ctrlKey || metaKey) &&
      (!isLetter || Boolean(one.shift) === shiftKey)
  )?.command;
}

/** "ctrl+shift+z", as menus write it; undefined for a command without a key. */
export function keyText(command: ViewerCommand): string | undefined {
  const known = COMMAND_KEYS.find((one) => one.command === command);
  return known && [known.ctrl && 'ctrl', known.shift && 'shift', known.key].filter(Boolean).join('+');
}

const ACTIONS: ReadonlySet<ViewerCommand> = new Set<ActionCommand>([
  'search',
  'legend',
  'details',
  'menu',
  'copy-name',
  'open-source',
  'add-filter',
  'undo',
  'redo',
  'keys',
]);

const ABOUT_FUNCTION: ReadonlySet<ViewerCommand> = new Set<ViewerCommand>([
  'menu',
  'sandwich',
  'details',
  'copy-name',
  'open-source',
  'only-with',
  'without',
  'hide-frame',
  'from',
  'up-to',
  'collapse-package',
]);

/** Whether a command is about the chosen function. */
export function isAboutFunction(command: ViewerCommand): boolean {
  return ABOUT_FUNCTION.has(command);
}

export function isAction(command: ViewerCommand): command is ActionCommand {
  return ACTIONS.has(command);
}
