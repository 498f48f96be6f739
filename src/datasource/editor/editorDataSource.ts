import type { DataSourceApi, MetricFindValue, ScopedVars, TimeRange } from '@grafana/data';
import type { TimeSpan } from '../../base/units';
import type { Feature, Support } from '../../pyroscope/capabilities';
import type { PlannedStep, Resolution } from '../answers/plannedStep';
import type { ProfilesOptions, ProfilesQuery, ProfilesVariableQuery } from '../profilesQuery';
import type { LabelScope } from '../variables/labelLookup';
import type { Suggestions } from './Suggestions';

/** A data source instance as its editors know it: what there is to choose from, and what a query will be. */
export interface EditorDataSource extends DataSourceApi<ProfilesQuery, ProfilesOptions> {
  /** What editors offer to choose from. */
  readonly suggestions: Suggestions;
  /** The profile type that the settings name for queries without one. */
  readonly preferredType: string | undefined;
  /** Which profiles an editor's suggestions have to go with; a selector that cannot be read yet narrows nothing. */
  labelScope(labelSelector: string, profileTypeId: string | undefined, range: TimeRange | undefined): LabelScope;
  /** Names of the dashboard's variables. */
  variableNames(): string[];
  /** The profile type of a query that names none: by the settings, or what the backend has. */
  defaultProfileType(span: TimeSpan, signal: AbortSignal): Promise<string>;
  /** The step that points of a query have, or will most likely have while upload intervals are not known. */
  stepOf(query: ProfilesQuery, resolution: Resolution, range: TimeRange | undefined): PlannedStep;
  /** Whether the backend can do something: 'unknown' where nobody can tell. */
  supports(feature: Feature, signal: AbortSignal): Promise<Support>;
  findVariableValues(
    query: ProfilesVariableQuery,
    span: TimeSpan,
    scopedVars: ScopedVars | undefined,
    signal: AbortSignal
  ): Promise<MetricFindValue[]>;
}
