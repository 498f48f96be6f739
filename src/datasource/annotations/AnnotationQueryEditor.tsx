import { css } from '@emotion/css';
import type { GrafanaTheme2, QueryEditorProps } from '@grafana/data';
import { useStyles2, type ComboboxOption } from '@grafana/ui';
import { useId } from 'react';
import { Choices } from '../editor/Choices';
import { EditorField } from '../editor/EditorField';
import { LabelSelectorInput } from '../editor/LabelSelectorInput';
import { OneOf } from '../editor/OneOf';
import { ProfileTypePicker } from '../editor/ProfileTypePicker';
import { suggestFor } from '../editor/suggestFor';
import { textOptions } from '../editor/textOptions';
import type { MarkedEvents, ProfilesOptions, ProfilesQuery } from '../profilesQuery';
import type { EditorDataSource } from '../editor/editorDataSource';

export type AnnotationQueryEditorProps = QueryEditorProps<EditorDataSource, ProfilesQuery, ProfilesOptions>;

const events: Array<ComboboxOption<MarkedEvents>> = [
  { value: 'spikes', label: 'Spikes', description: 'A series is far above what is usual for it, for a while' },
  { value: 'steps', label: 'Steps', description: 'A series goes to another level and stays there' },
  { value: 'throttling', label: 'Throttling', description: 'The backend took only a sample of what was sent' },
];

/** What is marked on the dashboard's time axes, and of which series. */
export function AnnotationQueryEditor({ datasource, query, range, onChange }: AnnotationQueryEditorProps) {
  const id = useId();
  const styles = useStyles2(getStyles);
  const { marks = 'spikes', profileTypeId = '', labelSelector = '{}', groupBy = [] } = query;
  const scope = datasource.labelScope(labelSelector, profileTypeId, range);
  const change = (fields: Partial<ProfilesQuery>) => onChange({ ...query, marks, queryType: 'metrics', ...fields });
  return (
    <div className={styles.row}>
      <EditorField id={`${id}-marks`} label="Mark" flex="1 1 160px">
        <OneOf id={`${id}-marks`} options={events} value={marks} onChange={(chosen) => change({ marks: chosen })} />
      </EditorField>
      <ProfileTypePicker
        id={`${id}-profile`}
        value={profileTypeId}
        placeholder="CPU, or what is most like it"
        load={() => datasource.suggestions.profileTypes(datasource.labelScope('{}', undefined, range))}
        onChange={(chosen) => change({ profileTypeId: chosen })}
      />
      <LabelSelectorInput
        id={`${id}-selector`}
        value={labelSelector}
        suggest={(completion) => suggestFor(datasource, completion, profileTypeId, range)}
        onCommit={(selector) => {
          if (selector !== labelSelector) {
            change({ labelSelector: selector });
          }
        }}
      />
      {marks === 'throttling' ? null : (
        <EditorField id={`${id}-group`} label="Group by" flex="1 1 200px">
          <Choices
            id={`${id}-group`}
            values={groupBy}
            load={async (typed) => textOptions(await datasource.suggestions.labelNames(scope), typed)}
            placeholder="One series"
            onChange={(names) => change({ groupBy: names })}
          />
        </EditorField>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5), alignItems: 'flex-start', width: '100%' }),
});
