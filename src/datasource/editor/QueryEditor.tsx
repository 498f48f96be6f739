import { css } from '@emotion/css';
import type { GrafanaTheme2, QueryEditorProps } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useId, type KeyboardEvent } from 'react';
import { describeProfileType } from '../../catalogue/describeProfileType';
import type { ProfilesDataSource } from '../ProfilesDataSource';
import type { ProfilesOptions, ProfilesQuery } from '../profilesQuery';
import { migrateQuery } from '../queries/migrateQuery';
import { LabelSelectorInput } from './LabelSelectorInput';
import { OptionsRow } from './OptionsRow';
import { ProfileTypePicker } from './ProfileTypePicker';
import { ServicePicker } from './ServicePicker';
import { suggestFor } from './suggestFor';
import { useDefaultProfileType } from './useDefaultProfileType';

export type ProfilesQueryEditorProps = QueryEditorProps<ProfilesDataSource, ProfilesQuery, ProfilesOptions>;

/** What to ask: profile type, service, labels, and options. Choosing runs the query, and so does Shift+Enter. */
export function QueryEditor({ datasource, query: saved, range, onChange, onRunQuery }: ProfilesQueryEditorProps) {
  const id = useId();
  const styles = useStyles2(getStyles);
  const query = migrateQuery(saved);
  const { profileTypeId = '', labelSelector = '{}' } = query;
  const defaultType = useDefaultProfileType(datasource, range);
  const { suggestions } = datasource;
  const scope = (selector: string, profileType?: string) => datasource.labelScope(selector, profileType, range);

  const change = (fields: Partial<ProfilesQuery>) => {
    onChange({ ...query, ...fields });
    onRunQuery();
  };
  const commitSelector = (selector: string, run: boolean) => {
    if (selector !== labelSelector) {
      onChange({ ...query, labelSelector: selector });
    }
    if (run || selector !== labelSelector) {
      onRunQuery();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.shiftKey && !event.isDefaultPrevented()) {
      onRunQuery();
    }
  };

  return (
    <div className={styles.editor} onKeyDown={onKeyDown}>
      <div className={styles.row}>
        <ProfileTypePicker
          id={`${id}-type`}
          value={profileTypeId}
          placeholder={`${describeProfileType(defaultType).label} (default)`}
          defaultType={defaultType}
          load={() => suggestions.profileTypes(scope('{}'))}
          onChange={(chosen) => change({ profileTypeId: chosen === '' ? undefined : chosen })}
        />
        <ServicePicker
          id={`${id}-service`}
          labelSelector={labelSelector}
          load={() => suggestions.labelValues('service_name', scope('{}', profileTypeId))}
          onChange={(selector) => change({ labelSelector: selector })}
        />
        <LabelSelectorInput
          id={`${id}-labels`}
          value={labelSelector}
          suggest={(completion) => suggestFor(datasource, completion, profileTypeId, range)}
          onCommit={commitSelector}
        />
      </div>
      <OptionsRow
        id={`${id}-options`}
        query={query}
        loadLabelNames={() => suggestions.labelNames(scope(labelSelector, profileTypeId))}
        onChange={change}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  editor: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5), alignItems: 'flex-start' }),
});
