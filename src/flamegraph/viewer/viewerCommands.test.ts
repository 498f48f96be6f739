import { COMMAND_KEYS, commandOfKey, keyText } from './viewerCommands';

const press = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', true>> = {}) =>
  commandOfKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

test('no two commands have the same key', () => {
  const texts = COMMAND_KEYS.map(({ command }) => keyText(command));
  expect(new Set(texts).size).toBe(texts.length);
});

test('each key that is listed is that of its command', () => {
  for (const { command, key, shift, ctrl } of COMMAND_KEYS) {
    const typed = shift ? key.toUpperCase() : key;
    expect(press(typed, { ...(shift && { shiftKey: true }), ...(ctrl && { ctrlKey: true }) })).toBe(command);
  }
});

test("letters that begin Grafana's own shortcuts are left to it", () => {
  expect([...'cdefgiptv'].map((key) => press(key))).toEqual(new Array(9).fill(undefined));
});

test('undo is ctrl+z, or what a Mac has for it; other keys with ctrl or alt are not ours', () => {
  expect(press('z', { metaKey: true })).toBe('undo');
  expect(press('z')).toBeUndefined();
  expect(press('s', { ctrlKey: true })).toBeUndefined();
  expect(press('s', { altKey: true })).toBeUndefined();
});

test('? is found wherever it lies on the keyboard', () => {
  expect(press('?', { shiftKey: true })).toBe('keys');
  expect(press('?')).toBe('keys');
});

test('keys are written as in menus', () => {
  expect(keyText('redo')).toBe('ctrl+shift+z');
  expect(keyText('sandwich')).toBe('s');
});
