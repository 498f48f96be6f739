/** @jest-environment jsdom */
import { cssPixels } from '../../base/units';
import { BoxFlag, createBoxBuffers, pushBox } from '../layout/boxBuffers';
import { GONE, LIGHT_PALETTE as palette, NEW } from '../layout/palette';
import { createSvgRenderer } from './svgRenderer';
import { xmlText } from './xmlText';

const HOSTILE = '<script>alert("1")</script> & \u0000\u001b[31m \ud800 \uffff 😀 \u202e';

function draw(fill: (boxes: ReturnType<typeof createBoxBuffers>) => void, name = 'net/http.serve') {
  const boxes = createBoxBuffers();
  fill(boxes);
  const renderer = createSvgRenderer(
    { family: '"Roboto Mono", monospace', size: cssPixels(12) },
    (text) => text.length * 7
  );
  renderer.draw({
    boxes,
    palette,
    labels: { forms: () => [name], full: () => name, value: () => '3 s' },
    rowHeight: cssPixels(20),
    top: cssPixels(0),
  });
  const text = `<svg xmlns="http://www.w3.org/2000/svg">${renderer.elements()}</svg>`;
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return parsed;
}

const rectsOf = (parsed: Document) =>
  [...parsed.querySelectorAll('g > rect')].map((rect) =>
    ['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name)))
  );

test('boxes stand where the canvas has them, with the same gaps, and say their whole name', () => {
  const parsed = draw((boxes) => {
    pushBox(boxes, 0, 100.4, 0, 0, 1, 0);
    pushBox(boxes, 10.6, 2, 1, 0, 1, 0);
  });
  expect(rectsOf(parsed)).toEqual([
    [0, 0, 99, 19],
    [11, 20, 2, 19],
  ]);
  expect(parsed.querySelector('g')?.getAttribute('fill')).toBe(palette.fills[1]);
  expect(parsed.querySelector('title')?.textContent).toBe('net/http.serve (3 s)');
});

test('names are text of the width that was reckoned with', () => {
  const text = draw((boxes) => pushBox(boxes, 20, 160, 1, 0, 1, 0)).querySelector('text');
  expect(text?.textContent).toBe('net/http.serve (3 s)');
  expect(text?.getAttribute('textLength')).toBe('140');
  expect([text?.getAttribute('x'), text?.getAttribute('y')]).toEqual(['24', '30']);
});

test('whatever a function is called, the document can be read and holds no markup of its making', () => {
  const parsed = draw((boxes) => pushBox(boxes, 0, 1000, 0, 0, 1, 0), HOSTILE);
  expect(parsed.querySelector('script')).toBeNull();
  expect(parsed.querySelector('text')?.textContent).toContain('<script>alert("1")</script> & ');
  expect(xmlText(HOSTILE)).not.toMatch(/[\u0000-\u0008\u001b\ufffe\uffff]|[<>]/);
  expect(xmlText('😀')).toBe('😀');
});

test('new, gone and merged boxes have their marks', () => {
  const parsed = draw((boxes) => {
    pushBox(boxes, 0, 50, 0, 0, NEW, 0);
    pushBox(boxes, 50, 50, 0, 0, GONE, 0);
    pushBox(boxes, 100, 50, 0, 0, 1, BoxFlag.truncated);
    pushBox(boxes, 150, 50, 0, 0, 1, BoxFlag.chosen);
  });
  expect(parsed.querySelectorAll('pattern circle')).toHaveLength(2);
  expect(parsed.querySelectorAll('pattern path')).toHaveLength(4);
  const fills = [...parsed.querySelectorAll('g[fill^="url"]')].map((group) => group.getAttribute('fill')?.slice(5, -1));
  expect(fills).toHaveLength(3);
  for (const id of fills) {
    expect(parsed.getElementById(id ?? '')).not.toBeNull();
  }
  expect(parsed.querySelector(`svg > rect[fill="${palette.text}"]`)?.getAttribute('width')).toBe('49');
});
