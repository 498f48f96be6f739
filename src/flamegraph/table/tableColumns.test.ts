import { textProfile } from '../../profile/textProfile';
import type { ColumnOptions } from './tableColumn';
import { sortedColumn, tableColumns } from './tableColumns';

const plain = textProfile(`
  main   75
    read 25
  gc     25`);
const compared = textProfile(`
  main   80 -> 100
    read 20 -> 60
    lock 10 -> 0
    send  0 -> 30
  gc     20 -> 100`);

const options: ColumnOptions = { format: (value) => `${value} ms`, order: ['self', 'total'] };
const titles = (tree: typeof plain, width: number, more: Partial<ColumnOptions> = {}) =>
  tableColumns(tree, tree, { ...options, ...more }, width).columns.map(({ title }) => title);
/** Texts of a node's row. */
const texts = (name: string, width: number, more: Partial<ColumnOptions> = {}) => {
  const node = compared.func.indexOf(compared.functions.names.indexOf(name));
  return tableColumns(compared, compared, { ...options, ...more }, width).columns.map(({ cell }) => cell(node).text);
};

test('shares have columns where names keep their room, and are told by the bars otherwise', () => {
  expect(titles(plain, 640)).toEqual(['Self', 'Self %', 'Total', 'Total %']);
  expect(titles(plain, 400)).toEqual(['Self', 'Total']);
  expect(titles(plain, 260)).toEqual(['Self']);
  const [self] = tableColumns(plain, plain, options, 400).columns;
  expect(self.cell(2)).toEqual({ text: '25 ms', title: '25% of the profile', bar: 0.25 });
  expect(tableColumns(plain, plain, options, 400).nameWidth).toBeGreaterThan(120);
  expect(tableColumns(plain, plain, options, 50).nameWidth).toBe(0);
});

test('in a tree, names keep more room, and self gives way to them', () => {
  expect(titles(plain, 900, { order: ['total', 'self'], isTree: true })).toEqual([
    'Total',
    'Total %',
    'Self',
    'Self %',
  ]);
  expect(titles(plain, 700, { order: ['total', 'self'], isTree: true })).toEqual(['Total', 'Total %', 'Self']);
  expect(titles(plain, 400, { order: ['total', 'self'], isTree: true })).toEqual(['Total']);
});

test('from the bottom up there is one value, which is not what the row spent itself', () => {
  const bottomUp = { order: ['total', 'self'], isTree: true, isBottomUp: true } as const;
  expect(titles(plain, 1600, bottomUp)).toEqual(['Value', 'Value %']);
  expect(titles(plain, 400, bottomUp)).toEqual(['Value']);
  expect(titles(compared, 1600, bottomUp)).toEqual(['Baseline', 'Compared', 'Change', 'Change %']);
  const [value] = tableColumns(plain, plain, { ...options, ...bottomUp }, 1600).columns;
  expect(value.meaning).toMatch(/outermost row’s function itself/);
});

test('a comparison has both sides and the change, of self and total where there is room', () => {
  expect(titles(compared, 1600)).toEqual([
    'Self baseline',
    'Self compared',
    'Self change',
    'Change %',
    'Total baseline',
    'Total compared',
    'Total change',
    'Change %',
  ]);
  expect(titles(compared, 700)).toEqual(['Baseline', 'Compared', 'Change', 'Change %']);
  expect(titles(compared, 400)).toEqual(['Compared', 'Change']);
});

test('by share, each side is a part of its own whole, and the change is in percentage points', () => {
  expect(texts('read', 700, { order: ['total', 'self'] })).toEqual(['20%', '30%', '+10 pp', '+50%']);
  expect(texts('main', 700, { order: ['total', 'self'] })).toEqual(['80%', '50%', '−30 pp', '−37.5%']);
});

test('by value, a change is a value', () => {
  expect(texts('read', 700, { order: ['total', 'self'], diffBy: 'value' })).toEqual([
    '20 ms',
    '60 ms',
    '+40 ms',
    '+200%',
  ]);
});

test('new and gone functions are told in words, also where there is room for one column only', () => {
  expect(texts('send', 700)).toEqual(['0%', '15%', '+15 pp', 'new']);
  expect(texts('lock', 700)).toEqual(['10%', '0%', '−10 pp', 'gone']);
  expect(texts('send', 400)).toEqual(['15%', 'new']);
});

test('the largest change of all has the longest bar, to its side', () => {
  const change = tableColumns(compared, compared, { ...options, order: ['total', 'self'] }, 700).columns[2];
  const node = (name: string) => compared.func.indexOf(compared.functions.names.indexOf(name));
  expect(change.cell(node('main')).bar).toBeCloseTo(-1);
  expect(change.cell(node('gc')).bar).toBeCloseTo(1);
  expect(change.cell(node('lock')).bar).toBeCloseTo(-1 / 3);
});

test('a key that a profile has no column for stands for what changed, or for the first column', () => {
  expect(sortedColumn(tableColumns(plain, plain, options, 400).columns, 'totalChange').sort).toBe('self');
  expect(sortedColumn(tableColumns(compared, compared, options, 400).columns, 'self').sort).toBe('selfChange');
});

test('a side that adds up to nothing has no shares: what it has is neither gone nor the same', () => {
  const nothing = textProfile('a 8 -> -5\nb 2 -> 5');
  const { columns } = tableColumns(nothing, nothing, { ...options, order: ['total', 'self'] }, 700);
  expect(nothing.right?.total[0]).toBe(0);
  expect(columns.map((column) => column.cell(1).text)).toEqual(['80%', '–', '–', '–']);
  expect(columns.map((column) => column.cell(1).bar ?? 0).every((bar) => !(Math.abs(bar) > 1))).toBe(true);
});
