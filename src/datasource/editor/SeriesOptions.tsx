import { InlineSwitch, type ComboboxOption } from '@grafana/ui';
import type { ProfilesQuery } from '../profilesQuery';
import { Choices } from './Choices';
import { EditorField } from './EditorField';
import { LegendInput } from './LegendInput';
import { OneOf } from './OneOf';
import { textOptions } from './textOptions';

export interface OptionsProps {
  readonly id: string;
  readonly query: ProfilesQuery;
  readonly loadLabelNames: () => Promise<readonly string[]>;
  /** Fields to change. */
  readonly onChange: (fields: Partial<ProfilesQuery>) => void;
}

type Aggregation = 'sum' | '';

/** A level cannot be summed up, and a rate is the average over the step: there is nothing else to choose from. */
const aggregations: Array<ComboboxOption<Aggregation>> = [
  { value: '', label: 'Rates', description: 'Of what adds up: cores, bytes a second. Snapshots are averaged' },
  { value: 'sum', label: 'Sums', description: 'Of each step, of what adds up. Snapshots are averaged' },
];

/** How time series are split, added up and named. */
export function SeriesOptions({ id, query, loadLabelNames, onChange }: OptionsProps) {
  return (
    <>
      <EditorField id={`${id}-group`} label="Group by" flex="2 1 180px">
        <Choices
          id={`${id}-group`}
          values={query.groupBy ?? []}
          load={async (typed) => textOptions(await loadLabelNames(), typed)}
          placeholder="One series"
          onChange={(groupBy) => onChange({ groupBy })}
        />
      </EditorField>
      <EditorField id={`${id}-aggregation`} label="Values" flex="1 1 140px">
        <OneOf<Aggregation>
          id={`${id}-aggregation`}
          value={query.aggregation === 'sum' ? 'sum' : ''}
          options={aggregations}
          onChange={(aggregation) => onChange({ aggregation: aggregation === '' ? undefined : aggregation })}
        />
      </EditorField>
      <LegendInput
        id={`${id}-legend`}
        value={query.legendFormat ?? ''}
        loadLabelNames={loadLabelNames}
        onCommit={(legendFormat) => onChange({ legendFormat: legendFormat === '' ? undefined : legendFormat })}
      />
      {query.queryType === 'exemplars' ? null : (
        <>
          <Switch id={`${id}-exemplars`} label="Exemplars" query={query} name="includeExemplars" onChange={onChange} />
          <Switch id={`${id}-heatmap`} label="Heatmap" query={query} name="includeHeatmap" onChange={onChange} />
        </>
      )}
      <Switch id={`${id}-annotations`} label="Annotations" query={query} name="annotations" onChange={onChange} />
    </>
  );
}

interface SwitchProps extends Pick<OptionsProps, 'id' | 'query' | 'onChange'> {
  readonly label: string;
  readonly name: 'includeExemplars' | 'includeHeatmap' | 'annotations';
}

function Switch({ id, label, query, name, onChange }: SwitchProps) {
  return (
    <EditorField id={id} label={label} flex="0 1 auto">
      <InlineSwitch
        id={id}
        value={query[name] ?? false}
        onChange={({ currentTarget }) => onChange({ [name]: currentTarget.checked })}
      />
    </EditorField>
  );
}
