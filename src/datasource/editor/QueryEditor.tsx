import { css } from '@emotion/css';
import type { GrafanaTheme2, QueryEditorProps } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import { useId } from 'react';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { DEFAULT_MAX_NODES, type ProfileQueryType } from '../../profile/profileQuery';
import { parseLabelSelector } from '../../pyroscope/labelSelector';
import type { ProfilesOptions, ProfilesQuery } from '../profilesQuery';
import { migrateQuery } from '../queries/migrateQuery';
import { isBroadQuestion } from './broadQuestion';
import { BroadQuestionWarning } from './BroadQuestionWarning';
import { BuilderFields } from './BuilderFields';
import { CodeInput } from './CodeInput';
import type { CodeFields } from './codeText';
import { EditorHeader } from './EditorHeader';
import { hasFailedFor } from './hasFailedFor';
import { hasKindFields, KindFields } from './KindFields';
import { mergeableTypes } from './mergeableTypes';
import { OptionsRow } from './OptionsRow';
import { ProfileTypePicker } from './ProfileTypePicker';
import { queryPreview } from './queryPreview';
import { refusalOf } from './refusalOf';
import { serviceIn } from './selectorService';
import { suggestForCode } from './suggestFor';
import { useDefaultProfileType } from './useDefaultProfileType';
import { useMissingTypes } from './useMissingTypes';
import { useQuerySettings } from './useQuerySettings';
import { useRunKey } from './useRunKey';
import { mayHoldVariable } from './variableText';
import type { EditorDataSource } from './editorDataSource';

export type ProfilesQueryEditorProps = QueryEditorProps<EditorDataSource, ProfilesQuery, ProfilesOptions>;

/** What to ask, field by field or as text. Choosing runs the query, and so does Shift+Enter, in every field. */
export function QueryEditor({ datasource, query: saved, data, range, onChange, onRunQuery }: ProfilesQueryEditorProps) {
  const id = useId();
  const styles = useStyles2(getStyles);
  const query = migrateQuery(saved);
  const { profileTypeId = '', labelSelector = '{}' } = query;
  const defaultType = useDefaultProfileType(datasource, range);
  const missing = useMissingTypes(datasource, serviceIn(labelSelector) ?? '', range);
  const { suggestions } = datasource;
  const scope = (selector: string, profileType?: string) => datasource.labelScope(selector, profileType, range);
  const settings = useQuerySettings();
  const usualMaxNodes = settings.maxNodes ?? DEFAULT_MAX_NODES;

  const parsed = parseLabelSelector(labelSelector.trim() === '' ? '{}' : labelSelector);
  const mode = parsed.ok ? (query.editorMode ?? 'builder') : 'code';
  /** Undefined for what cannot be read before its variables are replaced, which may still name a service. */
  const asked = ({ labelSelector: selector = '{}' }: ProfilesQuery) => {
    const { labelSelector: replaced = '{}', span } = scope(selector);
    return replaced === '{}' && !/^[{}\s]*$/.test(selector) ? undefined : { selector: replaced, span };
  };
  const isBroad = (changed: ProfilesQuery) => {
    const question = asked(changed);
    return question !== undefined && isBroadQuestion(question.selector, question.span.to - question.span.from);
  };
  const question = asked(query);
  const refusal = question && refusalOf(question.selector, question.span, settings);

  const asksDefault = { ...query, profileTypeId: profileTypeId || defaultType };
  const step = data?.request && datasource.stepOf(asksDefault, data.request, range);

  const runKey = useRunKey(onRunQuery);
  const change = (fields: Partial<ProfilesQuery>) => {
    const next = { ...query, ...fields };
    onChange(next);
    if (!runKey.runsChange() && !isBroad(next)) {
      onRunQuery();
    }
  };
  const commitCode = (fields: CodeFields, run: boolean) => {
    const names = ['profileTypeId', 'otherProfileTypeIds', 'labelSelector'] as const;
    const before: CodeFields = {
      ...query,
      labelSelector,
      profileTypeId: profileTypeId === '' ? undefined : profileTypeId,
    };
    const isChanged = names.some((name) => JSON.stringify(fields[name]) !== JSON.stringify(before[name]));
    const next = { ...query, ...fields };
    if (isChanged) {
      onChange(next);
    }
    if (run || (isChanged && !isBroad(next))) {
      onRunQuery();
    }
  };
  const changeType = (queryType: ProfileQueryType) =>
    change(
      queryType === 'diff' && query.baseline === undefined ? { queryType, baseline: { shift: '1d' } } : { queryType }
    );

  return (
    <div className={styles.editor} {...runKey.handlers}>
      <EditorHeader
        id={id}
        datasource={datasource}
        queryType={query.queryType}
        mode={mode}
        hasBuilder={parsed.ok}
        onChangeType={changeType}
        onChangeMode={(editorMode) => onChange({ ...query, editorMode })}
      />
      <div className={styles.row}>
        {mode === 'code' ? (
          <CodeInput
            id={`${id}-code`}
            fields={query}
            placeholder={`${defaultType}{service_name="checkout"}`}
            isProblemTold={!parsed.ok && hasFailedFor(data, parsed.problem.sentence)}
            suggest={(completion) => suggestForCode(datasource, completion, profileTypeId, range)}
            onCommit={commitCode}
          />
        ) : (
          <>
            <ProfileTypePicker
              id={`${id}-type`}
              value={profileTypeId}
              placeholder={`${describeProfileType(defaultType).label} (default)`}
              defaultType={defaultType}
              load={() => suggestions.profileTypes(scope('{}'))}
              missing={missing}
              onChange={(chosen) => change({ profileTypeId: chosen === '' ? undefined : chosen })}
            />
            <BuilderFields
              id={id}
              datasource={datasource}
              profileTypeId={profileTypeId}
              labelSelector={labelSelector}
              range={range}
              onChange={(selector) => change({ labelSelector: selector })}
            />
          </>
        )}
        {parsed.ok ? null : (
          <div className={styles.note}>
            {mayHoldVariable(labelSelector)
              ? 'Only code can show this query: a variable stands for a part of its selector that is not a value.'
              : 'Only code can show this query: the builder is there again as soon as the selector can be read.'}
          </div>
        )}
      </div>
      {hasKindFields(query.queryType) ? (
        <div className={styles.row}>
          <KindFields id={id} datasource={datasource} query={query} range={range} onChange={change} />
        </div>
      ) : null}
      <OptionsRow
        id={`${id}-options`}
        query={query}
        usualMaxNodes={usualMaxNodes}
        loadLabelNames={() => suggestions.labelNames(scope(labelSelector, profileTypeId))}
        loadMergeable={async () =>
          mergeableTypes(await suggestions.profileTypes(scope('{}')), profileTypeId || defaultType)
        }
        onChange={change}
      />
      <div className={styles.note} data-testid="query preview">
        {queryPreview(query, { defaultType, usualMaxNodes, range, step })}
      </div>
      {refusal !== undefined ? (
        <Alert severity="warning" title={refusal} />
      ) : isBroad(query) ? (
        <BroadQuestionWarning
          onAsk={onRunQuery}
          onChooseService={() =>
            (document.getElementById(`${id}-service`) ?? document.getElementById(`${id}-code`))?.focus()
          }
        />
      ) : null}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  editor: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  row: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1.5),
    alignItems: 'flex-start',
    padding: theme.spacing(1),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
  note: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
});
