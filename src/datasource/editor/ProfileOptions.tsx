import type { ReactNode } from 'react';
import { DEFAULT_MAX_NODES } from '../../profile/profileQuery';
import { Choice } from './Choice';
import { CommittedInput } from './CommittedInput';
import { EditorField } from './EditorField';
import { idsError, maxNodesError } from './fieldErrors';
import { countOf, listOf, textOf } from './fieldTexts';
import type { OptionsProps } from './SeriesOptions';
import { textOptions } from './textOptions';

interface Props extends OptionsProps {
  /** Whether one flame graph can have a part for each value of a label. */
  readonly canSplit: boolean;
  /** What the data source takes for an absent maximum. */
  readonly usualMaxNodes: number | undefined;
}

/** How large a flame graph gets, and whether it has a part for each value of a label. */
export function ProfileOptions({ id, query, canSplit, usualMaxNodes, loadLabelNames, onChange }: Props) {
  return (
    <>
      {canSplit ? (
        <EditorField id={`${id}-split`} label="Split flame graph by" flex="1 1 160px">
          <Choice
            id={`${id}-split`}
            value={query.groupProfileBy ?? ''}
            load={async (typed) => textOptions(await loadLabelNames(), typed)}
            placeholder="One tree"
            onChange={(label) => onChange({ groupProfileBy: label === '' ? undefined : label })}
          />
        </EditorField>
      ) : null}
      <EditorField id={`${id}-nodes`} label="Max nodes" flex="1 1 100px" error={maxNodesError(query.maxNodes)}>
        <CommittedInput
          id={`${id}-nodes`}
          value={textOf(query.maxNodes)}
          placeholder={(usualMaxNodes ?? DEFAULT_MAX_NODES).toString()}
          onCommit={(text) => onChange({ maxNodes: countOf(text) })}
        />
      </EditorField>
    </>
  );
}

/** Which samples alone are wanted, by what they belong to. */
export function SampleOptions({ id, query, onChange }: Omit<OptionsProps, 'loadLabelNames'>): ReactNode {
  const both = query.spanSelector !== undefined && query.traceIdSelector !== undefined;
  return (
    <>
      <EditorField
        id={`${id}-spans`}
        label="Span IDs"
        flex="2 1 160px"
        error={both ? 'Spans or traces, not both' : idsError('span', query.spanSelector)}
      >
        <CommittedInput
          id={`${id}-spans`}
          value={(query.spanSelector ?? []).join(', ')}
          placeholder="All spans"
          onCommit={(text) => onChange({ spanSelector: listOf(text) })}
        />
      </EditorField>
      <EditorField
        id={`${id}-traces`}
        label="Trace IDs"
        flex="2 1 160px"
        error={idsError('trace', query.traceIdSelector)}
      >
        <CommittedInput
          id={`${id}-traces`}
          value={(query.traceIdSelector ?? []).join(', ')}
          placeholder="All traces"
          onCommit={(text) => onChange({ traceIdSelector: listOf(text) })}
        />
      </EditorField>
      <EditorField
        id={`${id}-profiles`}
        label="Profile IDs"
        flex="2 1 160px"
        error={idsError('profile', query.profileIdSelector)}
      >
        <CommittedInput
          id={`${id}-profiles`}
          value={(query.profileIdSelector ?? []).join(', ')}
          placeholder="All profiles"
          onCommit={(text) => onChange({ profileIdSelector: listOf(text) })}
        />
      </EditorField>
    </>
  );
}
