import type { AnnotationQuery, AnnotationSupport } from '@grafana/data';
import type { ProfilesQuery } from '../profilesQuery';
import { LazyAnnotationQueryEditor } from './LazyAnnotationQueryEditor';

/** How Grafana makes annotations of a query of ours: it runs the query, and takes the frame's columns by their names. */
export const annotationSupport: AnnotationSupport<ProfilesQuery> = {
  QueryEditor: LazyAnnotationQueryEditor,

  getDefaultQuery: () => ({ marks: 'spikes', queryType: 'metrics', labelSelector: '{}' }),

  /** Series of whatever else the query asks, since a flame graph has no marks. */
  prepareQuery({ target }: AnnotationQuery<ProfilesQuery>): ProfilesQuery | undefined {
    return target === undefined ? undefined : { ...target, queryType: 'metrics', marks: target.marks ?? 'spikes' };
  },
};
