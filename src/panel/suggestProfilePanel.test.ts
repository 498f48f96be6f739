import { FieldType, toDataFrame } from '@grafana/data';
import { PANEL_ID } from '../pluginIds';
import { suggestProfilePanel } from './suggestProfilePanel';

const profile = toDataFrame({
  fields: [
    { name: 'level', type: FieldType.number, values: [0] },
    { name: 'value', type: FieldType.number, values: [1] },
    { name: 'label', type: FieldType.string, values: ['total'] },
  ],
});
const series = toDataFrame({
  fields: [
    { name: 'time', type: FieldType.time, values: [0] },
    { name: 'value', type: FieldType.number, values: [1] },
  ],
});

test('Grafana 13 hears of the panel for profiles, and for nothing else', () => {
  expect(suggestProfilePanel({ rawFrames: [series, profile] })).toHaveLength(1);
  expect(suggestProfilePanel({ rawFrames: [series] })).toEqual([]);
  expect(suggestProfilePanel({})).toEqual([]);
});

test('so does Grafana 12.2, in its own way', () => {
  const append = jest.fn();
  const getListAppender = jest.fn(() => ({ append }));
  suggestProfilePanel.getSuggestionsForData({ data: { series: [series] }, getListAppender });
  expect(append).not.toHaveBeenCalled();
  suggestProfilePanel.getSuggestionsForData({ data: { series: [profile] }, getListAppender });
  expect(getListAppender).toHaveBeenCalledWith(expect.objectContaining({ pluginId: PANEL_ID }));
  expect(append).toHaveBeenCalledTimes(1);
});
