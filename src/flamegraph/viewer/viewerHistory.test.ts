import type { FlameGraphState } from '../view/flameGraphState';
import { NO_HISTORY, redo, remember, undo, type ViewerHistory } from './viewerHistory';

const hideGc = { filters: [{ rule: { kind: 'hide-frame', match: { by: 'text', value: 'gc' } } }] } as const;

function walk(states: readonly FlameGraphState[]): ViewerHistory {
  return states.slice(1).reduce((history, state, at) => remember(history, states[at], state), NO_HISTORY);
}

test('undo leads back step by step, redo forward again', () => {
  const states: FlameGraphState[] = [{}, { focus: ['main'] }, { focus: ['main'], ...hideGc }];
  const once = undo(walk(states), states[2])!;
  expect(once.state).toEqual({ focus: ['main'] });
  const twice = undo(once.history, once.state)!;
  expect(twice.state).toEqual({});
  expect(undo(twice.history, twice.state)).toBeUndefined();
  const forward = redo(twice.history, twice.state)!;
  expect(forward.state).toEqual(states[1]);
  expect(redo(forward.history, forward.state)!.state).toEqual(states[2]);
});

test('a change after an undo leaves nothing to redo', () => {
  const once = undo(walk([{}, { view: 'table' }]), { view: 'table' })!;
  const changed = remember(once.history, once.state, { view: 'tree' });
  expect(redo(changed, { view: 'tree' })).toBeUndefined();
});

test('what is typed into the search and how boxes are coloured stay as they are', () => {
  const history = walk([{}, { view: 'table' }]);
  const searched = { view: 'table', search: 'gc', colours: 'file' } as const;
  expect(remember(history, { view: 'table' }, searched)).toBe(history);
  expect(undo(history, searched)!.state).toEqual({ search: 'gc', colours: 'file' });
});

test('history is plain JSON, and does not grow without end', () => {
  const states = Array.from({ length: 300 }, (_, at) => ({ focus: [`f${at}`] }));
  const history = walk(states);
  expect(JSON.parse(JSON.stringify(history))).toEqual(history);
  expect(history.past).toHaveLength(100);
  expect(history.past[99]).toEqual({ focus: ['f298'] });
});
