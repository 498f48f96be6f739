import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProfileQueryType } from '../../profile/profileQuery';
import type { Feature } from '../../pyroscope/capabilities';
import { queryKinds } from './queryKinds';
import type { EditorDataSource } from './editorDataSource';

/** What the backend must be able to do, and what is said where it cannot. */
const needs: Partial<Record<ProfileQueryType, { readonly feature: Feature; readonly without: string }>> = {
  heatmap: { feature: 'heatmap', without: 'Not with this backend (needs v2)' },
  exemplars: { feature: 'exemplars', without: 'Not with this backend' },
};

interface QueryKinds {
  /** The same array until something is found: to Combobox, another one is a list to be read anew. */
  readonly options: typeof queryKinds;
  /** Finds out what the backend cannot do; to be called when somebody is about to choose. Later calls do nothing. */
  readonly find: () => void;
}

/**
 * The query types, with what speaks against one. Nothing waits for it: while it is not known, and where it cannot be,
 * every type can be chosen and none is spoken of; and those that cannot be had can be chosen all the same, because what
 * the backend then says is the last word.
 */
export function useQueryKinds(datasource: Pick<EditorDataSource, 'supports'>): QueryKinds {
  const [options, setOptions] = useState(queryKinds);
  const leaving = useRef<AbortController>(undefined);
  useEffect(() => {
    setOptions(queryKinds);
    return () => {
      leaving.current?.abort();
      leaving.current = undefined;
    };
  }, [datasource]);
  const find = useCallback(() => {
    if (leaving.current !== undefined) {
      return;
    }
    const { signal } = (leaving.current = new AbortController());
    const described = queryKinds.map(async (kind) => {
      const need = needs[kind.value];
      return need !== undefined && (await datasource.supports(need.feature, signal)) === 'no'
        ? { ...kind, description: need.without }
        : kind;
    });
    Promise.all(described).then(
      (found) => {
        if (!signal.aborted && found.some((kind, at) => kind !== queryKinds[at])) {
          setOptions(found);
        }
      },
      // Rejects only where the editor is left.
      () => undefined
    );
  }, [datasource]);
  return { options, find };
}
