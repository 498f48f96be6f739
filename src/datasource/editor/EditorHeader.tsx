import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { InlineLabel, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import type { ProfileQueryType } from '../../profile/profileQuery';
import { OneOf } from './OneOf';
import { kindOf } from './queryKinds';
import { useQueryKinds } from './useQueryKinds';
import type { EditorDataSource } from './editorDataSource';

export type EditorMode = 'builder' | 'code';

interface Props {
  readonly id: string;
  readonly datasource: Pick<EditorDataSource, 'supports'>;
  readonly queryType: string | undefined;
  readonly mode: EditorMode;
  /** Whether the builder can show the query. */
  readonly hasBuilder: boolean;
  readonly onChangeType: (queryType: ProfileQueryType) => void;
  readonly onChangeMode: (mode: EditorMode) => void;
}

const modes: Array<{ label: string; value: EditorMode }> = [
  { label: 'Builder', value: 'builder' },
  { label: 'Code', value: 'code' },
];

/** What the query is answered with, and how it is edited. */
export function EditorHeader({ id, datasource, queryType, mode, hasBuilder, onChangeType, onChangeMode }: Props) {
  const styles = useStyles2(getStyles);
  const kinds = useQueryKinds(datasource);
  return (
    <div className={styles.header}>
      <div className={styles.kind} onFocus={kinds.find}>
        <InlineLabel htmlFor={`${id}-kind`} width="auto" transparent>
          Query type
        </InlineLabel>
        <OneOf<ProfileQueryType>
          id={`${id}-kind`}
          value={kindOf(queryType) ?? 'both'}
          options={kinds.options}
          onChange={onChangeType}
        />
      </div>
      <div className={styles.mode}>
        <RadioButtonGroup
          aria-label="Editor mode"
          size="sm"
          options={modes}
          value={mode}
          disabledOptions={hasBuilder ? [] : ['builder']}
          onChange={onChangeMode}
        />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  }),
  // As wide as the fields below it where these take the whole width.
  kind: css({ display: 'flex', flex: '1 1 auto', minWidth: 0, maxWidth: 342, '> :last-child': { flexGrow: 1 } }),
  mode: css({ marginLeft: 'auto' }),
});
