/*
 * The page that a comparison of flame graph viewers drives: it loads a profile from data in memory and answers to the
 * actions of a user. The names and meanings of `__bench` are the comparison's.
 */
import { type DataFrame, dataFrameFromJSON, type DataFrameJSON } from '@grafana/data';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FlameGraph } from '../../src/flamegraph/view/FlameGraph';
import { ROW_HEIGHT } from '../../src/flamegraph/view/flameStage';
import { frameToCallTree } from '../../src/frames/frameToCallTree';
import type { CallTree } from '../../src/profile/callTree';
import { callTreeOfPprof } from '../../src/profile/pprof/callTreeOfPprof';
import { decodePprof } from '../../src/profile/pprof/decodePprof';
import { formatNanoseconds } from './formatNanoseconds';
import { GrafanaPage } from './GrafanaPage';

/** Where the comparison wants its click: a level, and the left edge and width of a box as parts of the whole. */
interface Target {
  readonly level: number;
  readonly x: number;
  readonly w: number;
}

declare global {
  interface Window {
    __bench: unknown;
  }
}

function Page({ tree }: { readonly tree: CallTree }) {
  const [size, setSize] = useState({ width: window.innerWidth, height: window.innerHeight });
  useEffect(() => {
    const measure = () => setSize({ width: window.innerWidth, height: window.innerHeight });
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return <FlameGraph tree={tree} {...size} format={formatNanoseconds} />;
}

const root = createRoot(element('#root'));
// Grafana is there before its panels are.
root.render(<GrafanaPage mode="light" />);
let target: Target | undefined;

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) {
    throw new Error(`There is no ${selector} in the page.`);
  }
  return found;
}

function graph(): HTMLElement {
  return element('[role=tree]');
}

function point(type: string, clientX: number, clientY: number) {
  graph().dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window, clientX, clientY }));
}

function show(tree: CallTree) {
  root.render(
    <GrafanaPage mode="light">
      <Page tree={tree} />
    </GrafanaPage>
  );
}

function parse(bytes: Uint8Array): DataFrame {
  return dataFrameFromJSON(JSON.parse(new TextDecoder().decode(bytes)) as DataFrameJSON);
}

function load(frame: DataFrame) {
  show(frameToCallTree(frame));
}

window.__bench = {
  name: 'Pyrolens',
  version: '0.1.0',
  format: 'nestedset',
  altFormat: 'pprof',
  caps: { search: true },
  parse,
  load,
  loadBytes(bytes: Uint8Array, name = '') {
    if (name.endsWith('.pb')) {
      show(callTreeOfPprof(decodePprof(bytes), 0));
    } else {
      load(parse(bytes));
    }
  },
  until: () => document.querySelector('[role=tree]') !== null,
  unload() {
    root.render(<GrafanaPage mode="light" />);
  },
  area: () => ({ el: graph(), rect: graph().getBoundingClientRect() }),
  hover: (x: number, y: number) => point('mousemove', x, y),
  zoomPrep(wanted: Target) {
    target = wanted;
  },
  zoom() {
    if (target !== undefined) {
      const { left, top, width } = graph().getBoundingClientRect();
      point('click', left + (target.x + target.w / 2) * width, top + (target.level + 0.5) * ROW_HEIGHT);
    }
  },
  resetZoom() {
    const { left, top } = graph().getBoundingClientRect();
    point('click', left + 5, top + 5);
  },
  search(text: string) {
    const input = element('input');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  },
};
