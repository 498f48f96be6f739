import { RadioButtonGroup } from '@grafana/ui';
import type { ProfilesQuery } from '../profilesQuery';
import { BaselineFields } from './BaselineFields';
import type { TimeRange } from '@grafana/data';
import { EditorField } from './EditorField';
import { FunctionsFields } from './FunctionsFields';
import { kindOf } from './queryKinds';
import type { EditorDataSource } from './editorDataSource';

interface Props {
  readonly id: string;
  readonly datasource: EditorDataSource;
  readonly query: ProfilesQuery;
  readonly range: TimeRange | undefined;
  readonly onChange: (fields: Partial<ProfilesQuery>) => void;
}

const heatmaps = [
  { value: 'individual' as const, label: 'Profiles', description: 'One point for each profile that was sent' },
  { value: 'span' as const, label: 'Spans', description: 'One point for each span that profiles were tied to' },
];

/** Whether a query of this type has fields that others have not. */
export function hasKindFields(queryType: string | undefined): boolean {
  const kind = kindOf(queryType);
  return kind === 'diff' || kind === 'functions' || kind === 'heatmap' || kind === 'exemplars';
}

/** What only queries of its type say. */
export function KindFields({ id, datasource, query, range, onChange }: Props) {
  switch (kindOf(query.queryType)) {
    case 'diff':
      return (
        <BaselineFields
          id={`${id}-baseline`}
          datasource={datasource}
          baseline={query.baseline}
          profileTypeId={query.profileTypeId ?? ''}
          range={range}
          onChange={(baseline) => onChange({ baseline })}
        />
      );
    case 'functions':
      return (
        <FunctionsFields
          id={`${id}-functions`}
          functions={query.functions}
          onChange={(functions) => onChange({ functions })}
        />
      );
    case 'heatmap':
    case 'exemplars':
      return (
        <EditorField id={`${id}-heatmap`} label="One point for each" flex="0 1 auto">
          <RadioButtonGroup
            id={`${id}-heatmap`}
            aria-label="One point for each"
            options={heatmaps}
            value={query.heatmapType ?? 'individual'}
            onChange={(heatmapType) => onChange({ heatmapType })}
          />
        </EditorField>
      );
    case 'both':
    case 'metrics':
    case 'profile':
    case undefined:
      return null;
  }
}
