import { applyFieldOverrides, createTheme, type Field } from '@grafana/data';
import { epochMs } from '../base/units';
import { callTreeToFrame } from '../frames/callTreeToFrame';
import { seriesToFrames } from '../frames/seriesFrames';
import { textProfile } from '../profile/textProfile';

const question = { profileTypeId: 'cpu', labelSelector: '{}', from: epochMs(0), to: epochMs(1000) };
const meta = { version: 1, kind: 'profile', title: 'CPU', question } as const;

const [series] = seriesToFrames([{ labels: [], timestamps: [0, 500], values: [1, 2] }], {
  refId: 'A',
  name: 'cpu',
  unit: 'cores',
  toOurPanel: false,
  besideProfile: true,
  meta: { version: 1, kind: 'series', question, stepMs: 500, partialFirst: false, partialLast: false },
});

test('Grafana reads no row of a profile before the panel does: with a million it would hold up the page', () => {
  const frame = callTreeToFrame(textProfile('main 10\n  parse 4'), { refId: 'A', name: 'CPU', meta });
  const read: unknown[] = [];
  const watched = ({ values, ...field }: Field): Field => ({
    ...field,
    values: new Proxy(values, {
      get: (target, key) => {
        read.push(key);
        return Reflect.get(target, key) as unknown;
      },
    }),
  });
  applyFieldOverrides({
    data: [series, { ...frame, fields: frame.fields.map(watched) }],
    fieldConfig: { defaults: {}, overrides: [] },
    replaceVariables: (text) => text,
    theme: createTheme(),
  });
  expect(read.filter((key) => Number.isInteger(Number(key)))).toEqual([]);
});
