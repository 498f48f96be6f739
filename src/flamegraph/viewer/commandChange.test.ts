import { commandChange, type CommandGround } from './commandChange';

const ground: CommandGround = {
  state: {},
  chosen: { name: 'net/http.(*conn).serve', package: 'net/http', file: '', line: 0 },
  offeredViews: ['flamegraph', 'table', 'tree', 'sandwich'],
  colours: 'package',
  offeredColours: ['package', 'function', 'value'],
  isComparison: false,
};

test('a view that has no room is not chosen', () => {
  expect(commandChange('view-tree', ground)).toEqual({ view: 'tree' });
  expect(commandChange('view-both', ground)).toBeUndefined();
});

test('what is about a function needs one that is chosen', () => {
  const match = { by: 'function', value: 'net/http.(*conn).serve' };
  expect(commandChange('hide-frame', ground)).toEqual({ filters: [{ rule: { kind: 'hide-frame', match } }] });
  expect(commandChange('up-to', ground)).toEqual({ filters: [{ rule: { kind: 'up-to', match } }] });
  for (const command of [
    'hide-frame',
    'only-with',
    'without',
    'from',
    'up-to',
    'collapse-package',
    'sandwich',
  ] as const) {
    expect(commandChange(command, { ...ground, chosen: undefined })).toBeUndefined();
  }
});

test('the package of the function is collapsed, where its name tells one', () => {
  const match = { by: 'package', value: 'net/http' };
  expect(commandChange('collapse-package', ground)).toEqual({
    filters: [{ rule: { kind: 'collapse-package', match } }],
  });
  const bare = { ...ground, chosen: { name: 'malloc', package: '', file: '', line: 0 } };
  expect(commandChange('collapse-package', bare)).toBeUndefined();
});

test('a filter comes after those that are there', () => {
  const filters = [{ rule: { kind: 'only-my-code' } }] as const;
  expect(commandChange('without', { ...ground, state: { filters } })!.filters).toHaveLength(2);
  expect(commandChange('only-my-code', { ...ground, state: { filters } })).toEqual({ filters: undefined });
});

test('the other way round has another root, and no focus of the old one', () => {
  expect(commandChange('bottom-up', { ...ground, state: { focus: ['main'] } })).toEqual({
    isInverted: true,
    focus: undefined,
  });
});

test('colours go round', () => {
  expect(commandChange('next-colours', ground)).toEqual({ colours: 'function' });
  expect(commandChange('next-colours', { ...ground, colours: 'value' })).toEqual({ colours: 'package' });
});

test('what compares needs a comparison', () => {
  expect(commandChange('only-changed', ground)).toBeUndefined();
  const byValue = { ...ground, isComparison: true, state: { diffBy: 'value' } } as const;
  expect(commandChange('only-changed', byValue)).toEqual({
    filters: [{ rule: { kind: 'only-changed', atLeast: 0.001, by: 'value' } }],
  });
  expect(commandChange('diff-by', ground)).toBeUndefined();
  expect(commandChange('diff-by', { ...ground, isComparison: true })).toEqual({ diffBy: 'value' });
});
