import { tableWidths } from './tableWidths';

test('a narrow table has no columns of shares, and names keep the room', () => {
  expect(tableWidths(360, 2)).toMatchObject({ share: 0, template: 'minmax(0, 1fr) 96px 96px' });
  expect(tableWidths(640, 2)).toMatchObject({ share: 68, template: 'minmax(0, 1fr) 96px 68px 96px 68px' });
  expect(tableWidths(360, 2).nameText).toBeGreaterThanOrEqual(120);
  expect(tableWidths(50, 2).nameText).toBe(0);
});
