import { lazy, Suspense } from 'react';
import type { StandardEditorProps } from '@grafana/data';
import type { StackFilter } from '../profile/filters/stackFilter';

const FilterList = lazy(async () => ({ default: (await import('../flamegraph/viewer/FilterChips')).FilterChips }));

type FiltersEditorProps = StandardEditorProps<readonly StackFilter[] | undefined>;

/** The filters that are saved in a panel, to turn off, order and remove. */
export function FiltersEditor({ value, onChange }: FiltersEditorProps) {
  return value === undefined || value.length === 0 ? (
    <span>None. Add filters in the panel, then choose “Save as the panel&apos;s view” in its view menu.</span>
  ) : (
    <Suspense fallback={null}>
      <FilterList filters={value} problems={[]} onChange={(filters) => onChange(filters ?? [])} />
    </Suspense>
  );
}
