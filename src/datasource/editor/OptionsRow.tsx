import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { DEFAULT_MAX_NODES, LARGEST_MAX_NODES } from '../../profile/profileQuery';
import type { ProfilesQuery } from '../profilesQuery';
import { Choices } from './Choices';
import { CommittedInput } from './CommittedInput';
import { EditorField } from './EditorField';
import { optionsSummary, queryTypes } from './optionsSummary';
import { textOptions } from './textOptions';

interface Props {
  readonly id: string;
  readonly query: ProfilesQuery;
  readonly loadLabelNames: () => Promise<readonly string[]>;
  /** Fields to change. */
  readonly onChange: (fields: Partial<ProfilesQuery>) => void;
}

/** What most queries leave as it is, behind one line that says how it is. */
export function OptionsRow({ id, query, loadLabelNames, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.row}>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <Icon name={isOpen ? 'angle-down' : 'angle-right'} />
        <span className={styles.title}>Options</span>
        {isOpen ? null : <span className={styles.summary}>{optionsSummary(query)}</span>}
      </button>
      {isOpen ? <Options id={id} query={query} loadLabelNames={loadLabelNames} onChange={onChange} /> : null}
    </div>
  );
}

function Options({ id, query, loadLabelNames, onChange }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.options}>
      <EditorField id={`${id}-type`} label="Query type" flex="0 1 auto">
        <RadioButtonGroup
          id={`${id}-type`}
          aria-label="Query type"
          options={queryTypes}
          value={query.queryType ?? 'both'}
          onChange={(queryType) => onChange({ queryType })}
        />
      </EditorField>
      <EditorField id={`${id}-group`} label="Group by" flex="2 1 180px">
        <Choices
          id={`${id}-group`}
          values={query.groupBy ?? []}
          load={async (typed) => textOptions(await loadLabelNames(), typed)}
          placeholder="One series"
          onChange={(groupBy) => onChange({ groupBy })}
        />
      </EditorField>
      <EditorField id={`${id}-limit`} label="Limit" flex="1 1 80px">
        <CommittedInput
          id={`${id}-limit`}
          value={textOf(query.limit)}
          placeholder="All series"
          onCommit={(text) => onChange({ limit: countOf(text) })}
        />
      </EditorField>
      <EditorField id={`${id}-nodes`} label="Max nodes" flex="1 1 80px" error={maxNodesError(query.maxNodes)}>
        <CommittedInput
          id={`${id}-nodes`}
          value={textOf(query.maxNodes)}
          placeholder={DEFAULT_MAX_NODES.toString()}
          onCommit={(text) => onChange({ maxNodes: countOf(text) })}
        />
      </EditorField>
      <EditorField id={`${id}-spans`} label="Span IDs" flex="2 1 160px">
        <CommittedInput
          id={`${id}-spans`}
          value={(query.spanSelector ?? []).join(', ')}
          placeholder="All spans"
          onCommit={(text) => onChange({ spanSelector: listOf(text) })}
        />
      </EditorField>
    </div>
  );
}

/** A number, or a variable that will be one: saved queries may hold both. */
function countOf(text: string): number | undefined {
  if (text === '') {
    return undefined;
  }
  return (Number.isFinite(Number(text)) ? Number(text) : text) as number;
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

function listOf(text: string): string[] | undefined {
  const all = text.split(/[\s,]+/).filter((each) => each !== '');
  return all.length === 0 ? undefined : all;
}

function maxNodesError(maxNodes: number | undefined): string | undefined {
  return typeof maxNodes === 'number' && maxNodes > LARGEST_MAX_NODES
    ? `At most ${LARGEST_MAX_NODES.toLocaleString('en')}`
    : undefined;
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
