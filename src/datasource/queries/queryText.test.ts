import type { ProfilesQuery } from '../profilesQuery';
import { queryText } from './queryText';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';

test.each<[Partial<ProfilesQuery>, string]>([
  [{}, 'Profiles {}'],
  [{ profileTypeId: CPU, labelSelector: '{pod="x"}' }, 'CPU {pod="x"}'],
  [{ profileTypeId: CPU, queryType: 'metrics', groupBy: ['pod', 'zone'], limit: 5 }, 'CPU {} by pod, zone, top 5'],
  [{ profileTypeId: CPU, queryType: 'profile', groupProfileBy: 'version' }, 'CPU {} by version'],
  [{ queryType: 'diff', profileTypeId: CPU, baseline: { shift: '1h' } }, 'CPU {} compared with 1h earlier'],
  [
    { queryType: 'diff', profileTypeId: CPU, baseline: { service: 'cart', from: 'now-7d', to: 'now-6d' } },
    'CPU {} compared with now-7d to now-6d of cart',
  ],
  [
    { queryType: 'functions', profileTypeId: CPU, functions: { by: 'total', as: 'series', name: 'json' }, limit: 3 },
    'Functions over time like "json": CPU {}, top 3',
  ],
  [{ queryType: 'heatmap', heatmapType: 'span' }, 'Heatmap of spans: Profiles {}'],
  [{ queryType: 'profile', spanSelector: ['a', 'b'], traceIdSelector: ['c'] }, 'Profiles {} of 2 spans of 1 trace'],
  [{ marks: 'spikes', queryType: 'metrics', profileTypeId: CPU }, 'Spikes: CPU {}'],
  [
    {
      profileTypeId: 'memory:alloc_in_new_tlab_bytes:bytes:space:bytes',
      otherProfileTypeIds: ['memory:alloc_outside_tlab_bytes:bytes:space:bytes'],
    },
    'Allocated space (new TLAB) + Allocated space (outside TLAB) {}',
  ],
])('%j reads %s', (query, text) => {
  expect(queryText({ refId: 'A', ...query })).toBe(text);
});
