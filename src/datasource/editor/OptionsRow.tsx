import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, InlineSwitch, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { Choices } from './Choices';
import { CommittedInput } from './CommittedInput';
import { EditorField } from './EditorField';
import { countError } from './fieldErrors';
import { countOf, textOf } from './fieldTexts';
import { optionsSummary } from './optionsSummary';
import { ProfileOptions, SampleOptions } from './ProfileOptions';
import { profileTypeOptions } from './profileTypeOptions';
import { hasProfile, hasSeries, kindOf } from './queryKinds';
import { SeriesOptions, type OptionsProps } from './SeriesOptions';

interface Props extends OptionsProps {
  /** Types that can be merged with the query's own. */
  readonly loadMergeable: () => Promise<readonly string[]>;
  readonly usualMaxNodes: number | undefined;
}

/** What most queries leave as it is, behind one line that says what is not. */
export function OptionsRow(props: Props) {
  const styles = useStyles2(getStyles);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.row}>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <Icon name={isOpen ? 'angle-down' : 'angle-right'} />
        <span className={styles.title}>Options</span>
        {isOpen ? null : <span className={styles.summary}>{optionsSummary(props.query)}</span>}
      </button>
      {isOpen ? <Options {...props} /> : null}
    </div>
  );
}

function Options({ loadMergeable, usualMaxNodes, ...props }: Props) {
  const { id, query, onChange } = props;
  const styles = useStyles2(getStyles);
  const kind = kindOf(query.queryType);
  const canSplit = kind === undefined || kind === 'both' || kind === 'profile';
  return (
    <div className={styles.options}>
      {hasSeries(kind) ? <SeriesOptions {...props} /> : null}
      {hasSeries(kind) || kind === 'functions' || canSplit ? <LimitFields {...props} /> : null}
      {hasProfile(kind) ? <ProfileOptions {...props} canSplit={canSplit} usualMaxNodes={usualMaxNodes} /> : null}
      <EditorField id={`${id}-types`} label="Merged with profile types" flex="2 1 200px">
        <Choices
          id={`${id}-types`}
          values={query.otherProfileTypeIds ?? []}
          load={async (typed) => profileTypeOptions(await loadMergeable(), typed)}
          placeholder="No others"
          onChange={(ids) => onChange({ otherProfileTypeIds: ids.length === 0 ? undefined : ids })}
        />
      </EditorField>
      <SampleOptions {...props} />
    </div>
  );
}

function LimitFields({ id, query, onChange }: OptionsProps) {
  const kind = kindOf(query.queryType);
  return (
    <>
      <EditorField id={`${id}-limit`} label="Limit" flex="1 1 80px" error={countError(query.limit)}>
        <CommittedInput
          id={`${id}-limit`}
          value={textOf(query.limit)}
          placeholder={kind === 'functions' ? 'Functions' : hasSeries(kind) ? 'All series' : 'All groups'}
          onCommit={(text) => onChange({ limit: countOf(text) })}
        />
      </EditorField>
      {hasSeries(kind) ? (
        <EditorField id={`${id}-rest`} label="The rest as one series" flex="0 1 auto">
          <InlineSwitch
            id={`${id}-rest`}
            value={query.includeRest ?? false}
            disabled={query.limit === undefined}
            onChange={({ currentTarget }) => onChange({ includeRest: currentTarget.checked })}
          />
        </EditorField>
      ) : null}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ minWidth: 0 }),
  toggle: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    maxWidth: '100%',
    padding: theme.spacing(0.5, 0),
    background: 'none',
    border: 'none',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  title: css({ fontWeight: theme.typography.fontWeightMedium }),
  summary: css({
    marginLeft: theme.spacing(1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
  }),
  options: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5), paddingTop: theme.spacing(0.5) }),
});
