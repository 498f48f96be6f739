import { css } from '@emotion/css';
import type { GrafanaTheme2, QueryEditorProps } from '@grafana/data';
import { Combobox, useStyles2, type ComboboxOption } from '@grafana/ui';
import { useId } from 'react';
import { Choice } from '../editor/Choice';
import { EditorField } from '../editor/EditorField';
import { LabelSelectorInput } from '../editor/LabelSelectorInput';
import { ProfileTypePicker } from '../editor/ProfileTypePicker';
import { suggestFor } from '../editor/suggestFor';
import { textOptions } from '../editor/textOptions';
import type { ProfilesDataSource } from '../ProfilesDataSource';
import type { ProfilesOptions, ProfilesQuery, ProfilesVariableQuery, VariableQueryType } from '../profilesQuery';

type Props = QueryEditorProps<ProfilesDataSource, ProfilesQuery, ProfilesOptions, ProfilesVariableQuery>;

const types: Array<ComboboxOption<VariableQueryType>> = [
  { value: 'service', label: 'Services' },
  { value: 'profileType', label: 'Profile types' },
  { value: 'label', label: 'Label names' },
  { value: 'labelValue', label: 'Label values' },
];

/** What a query variable lists, and of which profiles. */
export function VariableQueryEditor({ datasource, query, range, onChange }: Props) {
  const id = useId();
  const styles = useStyles2(getStyles);
  const { type = 'profileType', profileTypeId = '', labelName = '', labelSelector = '{}' } = query;
  const scope = datasource.labelScope(labelSelector, profileTypeId, range);
  const change = (fields: Partial<ProfilesVariableQuery>) => onChange({ ...query, type, ...fields });
  return (
    <div className={styles.row}>
      <EditorField id={`${id}-type`} label="List" flex="1 1 160px">
        <Combobox<VariableQueryType>
          id={`${id}-type`}
          options={types}
          value={type}
          onChange={({ value }) => change({ type: value })}
        />
      </EditorField>
      {type === 'labelValue' ? (
        <EditorField id={`${id}-label`} label="Label" flex="1 1 160px">
          <Choice
            id={`${id}-label`}
            value={labelName}
            load={async (typed) => textOptions(await datasource.suggestions.labelNames(scope), typed)}
            placeholder="Choose a label"
            onChange={(chosen) => change({ labelName: chosen })}
          />
        </EditorField>
      ) : null}
      {type === 'profileType' ? null : (
        <ProfileTypePicker
          id={`${id}-profile`}
          value={profileTypeId}
          placeholder="Any"
          load={() => datasource.suggestions.profileTypes(datasource.labelScope('{}', undefined, range))}
          onChange={(chosen) => change({ profileTypeId: chosen })}
        />
      )}
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
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5), alignItems: 'flex-start', width: '100%' }),
});
