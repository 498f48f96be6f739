import { css } from '@emotion/css';
import type { GrafanaTheme2, QueryEditorProps } from '@grafana/data';
import { useStyles2, type ComboboxOption } from '@grafana/ui';
import { useId } from 'react';
import { Choice } from '../editor/Choice';
import { CommittedInput } from '../editor/CommittedInput';
import { EditorField } from '../editor/EditorField';
import { LabelSelectorInput } from '../editor/LabelSelectorInput';
import { OneOf } from '../editor/OneOf';
import { ProfileTypePicker } from '../editor/ProfileTypePicker';
import { suggestFor } from '../editor/suggestFor';
import { textOptions } from '../editor/textOptions';
import type { ProfilesOptions, ProfilesQuery, ProfilesVariableQuery, VariableQueryType } from '../profilesQuery';
import type { EditorDataSource } from '../editor/editorDataSource';

export type VariableQueryEditorProps = QueryEditorProps<
  EditorDataSource,
  ProfilesQuery,
  ProfilesOptions,
  ProfilesVariableQuery
>;

const types: Array<ComboboxOption<VariableQueryType>> = [
  { value: 'service', label: 'Services', description: 'Values of service_name' },
  { value: 'profileType', label: 'Profile types', description: 'By their names' },
  { value: 'label', label: 'Label names' },
  { value: 'labelValue', label: 'Label values' },
  { value: 'function', label: 'Functions', description: 'Those that most is spent in' },
];

const bys: Array<ComboboxOption<'self' | 'total'>> = [
  { value: 'self', label: 'Self', description: 'What is spent in the function itself' },
  { value: 'total', label: 'Total', description: 'With all that it calls' },
];

/** What a query variable lists, and of which profiles. Grafana's own fields below it sort and narrow the list. */
export function VariableQueryEditor({ datasource, query, range, onChange }: VariableQueryEditorProps) {
  const id = useId();
  const styles = useStyles2(getStyles);
  const { type = 'profileType', profileTypeId = '', labelName = '', labelSelector = '{}' } = query;
  const scope = datasource.labelScope(labelSelector, profileTypeId, range);
  const change = (fields: Partial<ProfilesVariableQuery>) => onChange({ ...query, type, ...fields });
  const withVariables = (values: readonly string[]) => [
    ...datasource.variableNames().map((variable) => `$${variable}`),
    ...values,
  ];
  return (
    <div className={styles.row}>
      <EditorField id={`${id}-type`} label="List" flex="1 1 160px">
        <OneOf id={`${id}-type`} options={types} value={type} onChange={(chosen) => change({ type: chosen })} />
      </EditorField>
      {type === 'labelValue' ? (
        <EditorField id={`${id}-label`} label="Label" flex="1 1 160px">
          <Choice
            id={`${id}-label`}
            value={labelName}
            load={async (typed) => textOptions(withVariables(await datasource.suggestions.labelNames(scope)), typed)}
            placeholder="Choose a label"
            onChange={(chosen) => change({ labelName: chosen })}
          />
        </EditorField>
      ) : null}
      {type === 'profileType' ? null : (
        <ProfileTypePicker
          id={`${id}-profile`}
          value={profileTypeId}
          placeholder={type === 'function' ? 'CPU, or what is most like it' : 'Any'}
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
      {type === 'function' ? <FunctionFields id={id} query={query} onChange={change} /> : null}
    </div>
  );
}

interface FunctionFieldsProps {
  readonly id: string;
  readonly query: ProfilesVariableQuery;
  readonly onChange: (fields: Partial<ProfilesVariableQuery>) => void;
}

/** Which functions are the largest, and how many of them. */
function FunctionFields({ id, query: { by = 'self', functionName = '', limit }, onChange }: FunctionFieldsProps) {
  return (
    <>
      <EditorField id={`${id}-by`} label="Largest by" flex="1 1 120px">
        <OneOf id={`${id}-by`} options={bys} value={by} onChange={(chosen) => onChange({ by: chosen })} />
      </EditorField>
      <EditorField id={`${id}-name`} label="Name contains" flex="1 1 160px">
        <CommittedInput
          id={`${id}-name`}
          value={functionName}
          placeholder="A regular expression"
          onCommit={(name) => onChange({ functionName: name === '' ? undefined : name })}
        />
      </EditorField>
      <EditorField id={`${id}-limit`} label="At most" flex="0 1 100px">
        <CommittedInput
          id={`${id}-limit`}
          value={limit === undefined ? '' : String(limit)}
          placeholder="100"
          onCommit={(text) => onChange({ limit: countIn(text) })}
        />
      </EditorField>
    </>
  );
}

function countIn(text: string): number | undefined {
  const count = Number(text);
  return Number.isInteger(count) && count > 0 ? count : undefined;
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5), alignItems: 'flex-start', width: '100%' }),
});
