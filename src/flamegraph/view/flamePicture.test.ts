import { problemOf } from '../../base/problem';
import { textProfile } from '../../profile/textProfile';
import { LIGHT_PALETTE, NEW } from '../layout/palette';
import { flamePicture, type PictureRequest } from './flamePicture';

const HOSTILE = JSON.stringify('</text><script>alert(1)</script> "&" \u0000\ud800');

beforeEach(() => {
  const context = { font: '', measureText: (text: string) => ({ width: text.length * 7 }) };
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
});
afterEach(() => jest.restoreAllMocks());

function svgOf(text: string, request: Partial<PictureRequest> = {}) {
  const picture = flamePicture(textProfile(text), {
    width: 1016,
    state: {},
    theme: 'light',
    format: (value) => `${value} ms`,
    title: 'CPU of checkout',
    ...request,
  });
  const parsed = new DOMParser().parseFromString(picture.svg(), 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return { picture, parsed, names: [...parsed.querySelectorAll('g text')].map(({ textContent }) => textContent) };
}

const PROFILE = `
  main          80
    parse       30
    render      50
      paint     20
  gc            20`;

test('all rows are in the picture, with its title and the names as text', () => {
  const { parsed, names, picture } = svgOf(PROFILE);
  expect(names.sort()).toEqual([
    'gc (20 ms)',
    'main (80 ms)',
    'paint (20 ms)',
    'parse (30 ms)',
    'render (50 ms)',
    'total (100 ms)',
  ]);
  expect(parsed.querySelector('svg > text')?.textContent).toBe('CPU of checkout');
  expect(picture.height).toBe(28 + 4 * 20 + 8);
});

test('what the view shows is what is in the picture: focus, search, orientation', () => {
  const { names, parsed } = svgOf(PROFILE, {
    state: { focus: ['main', 'render'], search: 'paint', orientation: 'root-bottom' },
  });
  expect(names).not.toContain('gc (20 ms)');
  const lowest = [...parsed.querySelectorAll('g text')].sort(
    (a, b) => Number(b.getAttribute('y')) - Number(a.getAttribute('y'))
  )[0];
  expect(lowest.textContent).toBe('total (100 ms)');
  const misses = parsed.querySelector(`g[fill="${LIGHT_PALETTE.missFill}"]`);
  expect(misses?.querySelectorAll('rect')).toHaveLength(3);
});

test('a comparison is drawn by its change, with what is new marked', () => {
  const { parsed, names } = svgOf('same 50 -> 50\nfresh 0 -> 50');
  expect(names).toContain('same (50 ms → 50 ms)');
  expect(parsed.querySelector(`pattern rect[fill="${LIGHT_PALETTE.fills[NEW]}"]`)).not.toBeNull();
});

test('hostile names and titles stay text', () => {
  const { parsed, names } = svgOf(`${HOSTILE} 10`, { title: JSON.parse(HOSTILE) as string });
  expect(parsed.querySelector('script')).toBeNull();
  expect(names.join()).toContain('</text><script>alert(1)</script>');
  expect(parsed.querySelector('title')?.textContent).toContain('<script>');
});

test('a PNG higher than any canvas is refused with what to do instead', async () => {
  const names = Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}f${depth} 10`);
  const { picture } = svgOf(names.join('\n'));
  const refused = await picture.png(2).catch((error: unknown) => problemOf(error).sentence);
  expect(refused).toMatch(/^A picture 40,\d+ pixels high .* save it as SVG/);
});
