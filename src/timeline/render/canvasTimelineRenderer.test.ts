import { epochMs } from '../../base/units';
import { stackSeries } from '../layout/stackSeries';
import { timelineScene, type TimelineMarks } from '../layout/timelineScene';
import type { TimelineSeries } from '../layout/timelineSeries';
import { canvasTimelineRenderer } from './canvasTimelineRenderer';

const theme = {
  grid: 'grid',
  text: 'text',
  background: 'background',
  annotation: 'annotation',
  exemplar: 'exemplar',
  heat: [],
  fontFamily: 'Inter',
};
const formats = { time: { utcOffset: () => 0, label: () => '' }, value: String, valueBase: 10 as const };

/** What a canvas was told, in short: a line per stroke, fill or text, with the style that it has. */
function drawn(...series: TimelineSeries[]): string[] {
  return drawnWith({ annotations: [], exemplars: [] }, ...series);
}

function drawnWith(marks: TimelineMarks, ...series: TimelineSeries[]): string[] {
  const log: string[] = [];
  let dashed = '';
  let shape = '';
  const style = { strokeStyle: '', fillStyle: '', globalAlpha: 1 };
  const context = new Proxy(style, {
    get(target, name) {
      switch (name) {
        case 'beginPath':
          return () => (shape = '');
        case 'arc':
          return () => (shape = 'dot');
        case 'lineTo':
          return () => (shape ||= 'line');
        case 'setLineDash':
          return (dash: number[]) => (dashed = dash.length > 0 ? 'dashed ' : '');
        case 'stroke':
          return () => target.strokeStyle !== 'grid' && log.push(`${target.strokeStyle} ${dashed}${shape}`);
        case 'fill':
          return () => log.push(`${target.fillStyle} ${shape === 'dot' ? 'disc' : 'area'}`);
        default:
          return name in target ? target[name as keyof typeof style] : () => undefined;
      }
    },
  });
  const canvas = { width: 0, height: 0, getContext: () => context } as unknown as HTMLCanvasElement;
  const renderer = canvasTimelineRenderer(canvas);
  renderer?.resize(300, 100, 2);
  const span = { from: epochMs(0), to: epochMs(100) };
  renderer?.draw(timelineScene(series, { span, width: 300, height: 100, formats, measure: () => 10 }, marks), theme);
  expect([canvas.width, canvas.height]).toEqual([600, 200]);
  return log;
}

const series = (points: Record<number, number>, rest: Partial<TimelineSeries> = {}): TimelineSeries => ({
  name: 'cpu',
  colour: 'green',
  timestamps: Float64Array.from(Object.keys(points), Number),
  values: Float64Array.from(Object.values(points)),
  stepMs: 10,
  partialFirst: false,
  partialLast: false,
  ...rest,
});

test('one series is a line over a tinted area', () => {
  expect(drawn(series({ 0: 1, 10: 2, 20: 3 }))).toEqual(['green line', 'green area']);
});

test('several series are lines in their colours', () => {
  expect(drawn(series({ 0: 1, 10: 2 }), series({ 0: 3, 10: 4 }, { colour: 'blue' }))).toEqual([
    'green line',
    'blue line',
  ]);
});

test('a partial step is dashed, a point without neighbours a dot, and hollow where it is partial', () => {
  const gaps = series({ 0: 1, 10: 2, 20: 3, 50: 4, 90: 5 }, { partialFirst: true, partialLast: true });
  expect(drawn(gaps, series({}))).toEqual([
    'green dashed line',
    'green line',
    'green disc',
    'green dot',
    'background disc',
    'green dot',
  ]);
});

test('stacked series are bands under their lines', () => {
  const bands = stackSeries([series({ 0: 1, 10: 2 }), series({ 0: 3, 10: 4 }, { colour: 'blue' })]);
  expect(drawn(...bands)).toEqual(['green line', 'green area', 'blue line', 'blue area']);
});

const exemplars = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ time: (i * 100) / count, value: 1, labels: [] }));

test('exemplars lie upon the lines, but below them where they are everywhere', () => {
  const line = series({ 0: 1, 10: 2 });
  const few = drawnWith({ annotations: [], exemplars: exemplars(3) }, line);
  expect(few.filter((step) => !step.startsWith('background'))).toEqual(['green line', 'green area', 'exemplar area']);
  const many = drawnWith({ annotations: [], exemplars: exemplars(60) }, line);
  expect(many).toEqual(['exemplar area', 'green line', 'green area']);
});

test('annotations are dashed lines upon all', () => {
  const annotations = [{ time: 50, text: 'deploy' }];
  const log = drawnWith({ annotations, exemplars: [] }, series({ 0: 1, 10: 2 }));
  expect(log).toEqual(['green line', 'green area', 'annotation area', 'annotation dashed line']);
});

test('a browser without a canvas context has no renderer, rather than an error', () => {
  const canvas = { getContext: () => null } as unknown as HTMLCanvasElement;
  expect(canvasTimelineRenderer(canvas)).toBeUndefined();
});
