import { epochMs } from '../../base/units';
import { textProfile } from '../../profile/textProfile';
import type { ProfileViewKind } from '../view/flameGraphState';
import { pictureFile } from './pictureFile';

beforeEach(() => {
  const context = { font: '', measureText: (text: string) => ({ width: text.length * 7 }) };
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
});
afterEach(() => jest.restoreAllMocks());

const tree = textProfile(`
  main      80
    parse   30
      read  30
    render  50
      read  10`);
const profile = {
  tree,
  title: 'CPU of checkout',
  sampleType: 'cpu',
  span: { from: epochMs(0), to: epochMs(60_000) },
  timeZone: 'utc',
  format: (value: number) => `${value} ms`,
  changeBy: 'share' as const,
};

async function svgOf(view: ProfileViewKind, chosen?: string) {
  const look = { tree, width: 1000, view, state: { chosen }, theme: 'light' as const };
  const { content } = await pictureFile(profile, look, 'svg');
  const text = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(content);
  });
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return parsed;
}

const textsOf = (element: Element) =>
  [...element.querySelectorAll('g text')].map(({ textContent }) => textContent).sort();

test('a sandwich is saved as it is seen: callers above, callees below', async () => {
  const [callers, callees] = (await svgOf('sandwich', 'parse')).querySelectorAll('svg svg');
  expect(textsOf(callers)).toEqual(['main (30 ms)', 'parse (30 ms)', 'total (80 ms)']);
  expect(textsOf(callees)).toEqual(['parse (30 ms)', 'read (30 ms)', 'total (80 ms)']);
  expect(callers.querySelector('text')).toHaveProperty('textContent', 'CPU of checkout: callers of parse');
  expect(Number(callees.getAttribute('y'))).toBe(Number(callers.getAttribute('height')));
});

test.each([
  ['flamegraph', 'parse'],
  ['table', 'parse'],
  ['sandwich', undefined],
  ['sandwich', 'elsewhere'],
] as const)('%s of %s is the flame graph', async (view, chosen) => {
  const svg = await svgOf(view, chosen);
  expect(svg.querySelector('svg svg')).toBeNull();
  expect(textsOf(svg.documentElement)).toHaveLength(6);
});
