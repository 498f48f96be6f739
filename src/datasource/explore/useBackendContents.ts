import { useEffect, useState } from 'react';
import { problemOf, type Problem } from '../../base/problem';
import { formatLabelSelector } from '../../pyroscope/labelSelector';
import type { ServiceTypes } from './queryExamples';
import type { EditorDataSource } from '../editor/editorDataSource';

/** What a backend held in the last hour. */
export interface BackendContents {
  /** The first `MOST_SERVICES` by name. */
  readonly services: readonly ServiceTypes[];
  readonly serviceCount: number;
  /** Labels of the first service. */
  readonly labelNames: readonly string[];
}

/** As many as fit on a page: each is asked for its profile types. */
export const MOST_SERVICES = 8;

/** Undefined while it is being asked. */
export function useBackendContents(
  dataSource: EditorDataSource
): BackendContents | { readonly problem: Problem } | undefined {
  const [contents, setContents] = useState<BackendContents | { readonly problem: Problem }>();
  useEffect(() => {
    let isWanted = true;
    const show = (found: BackendContents | { readonly problem: Problem }) => {
      if (isWanted) {
        setContents(found);
      }
    };
    setContents(undefined);
    findContents(dataSource).then(show, (error: unknown) => show({ problem: problemOf(error) }));
    return () => {
      isWanted = false;
    };
  }, [dataSource]);
  return contents;
}

async function findContents(dataSource: EditorDataSource): Promise<BackendContents> {
  const { suggestions } = dataSource;
  const scopeOf = (selector: string) => dataSource.labelScope(selector, undefined, undefined);
  const selectorOf = (service: string) => formatLabelSelector([{ name: 'service_name', op: '=', value: service }]);
  const all = await suggestions.labelValues('service_name', scopeOf('{}'));
  const services = await Promise.all(
    all.slice(0, MOST_SERVICES).map(async (service) => ({
      service,
      profileTypes: await suggestions.profileTypes(scopeOf(selectorOf(service))),
    }))
  );
  const [first] = all;
  const labelNames = first === undefined ? [] : await suggestions.labelNames(scopeOf(selectorOf(first)));
  return { services, serviceCount: all.length, labelNames };
}
