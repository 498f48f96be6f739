import { fireEvent, screen, within } from '@testing-library/react';
import '@testing-library/jest-dom';
import { textProfile } from '../../profile/textProfile';
import { at, drawn, graph, press, said, show } from './testing/showFlameGraph';

/** What spends, above what calls it. Further callers of `read` were not looked into, and the backend cut 10 ms. */
const inverted = textProfile(`
  read       60
    parse    40
      main   40
    other    20 cut
  paint      30
    render   30
  other      10 cut`);
const state = { isInverted: true };

const tooltipAt = (x: number, row: number) => {
  fireEvent.mouseMove(graph(), at(x, row));
  const tooltip = screen.getByRole('tooltip');
  const rows = within(tooltip).getAllByRole('row');
  return { text: tooltip.textContent, rows: rows.map((row) => row.textContent) };
};

test('bottom-up a box has one value, and its part of what it calls', async () => {
  await show(inverted, { state });
  expect(tooltipAt(100, 2).rows).toEqual(['Valueof profileof callee', 'Value40 ms40%66.7%']);
  await press('ArrowDown', 'ArrowDown');
  expect(said()).toBe('parse, value 40 ms, 40% of the profile, 66.7% of its callee');
});

test('a comparison bottom-up has one value for each side', async () => {
  await show(textProfile('read 60 -> 20\n  parse 60 -> 20'), { state });
  expect(tooltipAt(100, 2).rows.map((row) => row?.split(/\d/)[0])).toEqual([
    'Valueof profileof callee',
    'Value, baseline',
    'Value, comparison',
    'Change-',
  ]);
});

test('callers that were not looked into are told from what the backend cut', async () => {
  await show(inverted, { state });
  expect(drawn().slice(1)).toEqual([
    'read 0+600, paint 600+300, other 900+100',
    'parse 0+400, more callers 400+200, render 600+300',
    'main 0+400',
  ]);
  expect(tooltipAt(500, 2).text).toMatch(/^more callers.*Callers that were not looked into yet/);
  expect(tooltipAt(950, 1).text).toMatch(/^other.*Functions that the backend merged/);
});

test('a half that is bottom-up by itself says so, whatever the rest of the view is', async () => {
  await show(inverted, { isBottomUp: true });
  expect(tooltipAt(100, 2).rows[0]).toContain('of callee');
});

test('without a row for the root, the keyboard stays with what is drawn', async () => {
  await show(textProfile('main 80\n  parse 30\n  render 50'), { isRootHidden: true, header: 'none' });
  expect(drawn()).toEqual(['main 0+1000', 'parse 0+375, render 375+625']);
  await press('ArrowDown', 'ArrowDown');
  expect(said()).toMatch(/^render/);
  await press('ArrowUp', 'ArrowUp', 'ArrowUp');
  expect(said()).toMatch(/^main/);
});
