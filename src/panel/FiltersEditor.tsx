import { lazy, Suspense, useState } from 'react';
import type { StandardEditorProps } from '@grafana/data';
import { withFilter, withToggledRule } from '../flamegraph/viewer/filterEdits';
import type { StackFilter } from '../profile/filters/stackFilter';

const FilterList = lazy(async () => ({ default: (await import('../flamegraph/viewer/FilterChips')).FilterChips }));
const FilterForm = lazy(async () => ({ default: (await import('../flamegraph/viewer/FilterForm')).FilterForm }));
const AddFilter = lazy(async () => ({ default: (await import('./AddSavedFilter')).AddSavedFilter }));

type FiltersEditorProps = StandardEditorProps<readonly StackFilter[] | undefined>;

/** The filters that are saved in a panel: to add, turn off, order and remove. */
export function FiltersEditor({ value = [], onChange }: FiltersEditorProps) {
  const [isFormOpen, setIsFormOpen] = useState(false);
  return (
    <Suspense fallback={null}>
      {value.length > 0 && <FilterList filters={value} problems={[]} onChange={(filters) => onChange(filters ?? [])} />}
      {isFormOpen ? (
        <FilterForm
          onAdd={(rule) => {
            onChange(withFilter(value, rule));
            setIsFormOpen(false);
          }}
          onClose={() => setIsFormOpen(false)}
        />
      ) : (
        <AddFilter
          filters={value}
          onToggle={(rule) => onChange(withToggledRule(value, rule) ?? [])}
          onForm={() => setIsFormOpen(true)}
        />
      )}
    </Suspense>
  );
}
