import {
  DataSourceApi,
  type AbstractQuery,
  type AdHocVariableFilter,
  type DataQuery,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceGetTagKeysOptions,
  type DataSourceGetTagValuesOptions,
  type DataSourceInstanceSettings,
  type LegacyMetricFindQueryOptions,
  type MetricFindValue,
  type ScopedVars,
  type TestDataSourceResponse,
  type TimeRange,
} from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import type { Observable } from 'rxjs';
import type { TimeSpan } from '../base/units';
import type { ProfileSource } from '../profile/profileSource';
import type { Capabilities, Feature, Support } from '../pyroscope/capabilities';
import type { FullPyroscopeClient } from '../pyroscope/client';
import { parseLabelSelector } from '../pyroscope/labelSelector';
import type { LookBack } from '../pyroscope/lookBack';
import type { Combine } from '../worker/combineJob';
import { annotationSupport } from './annotations/annotationSupport';
import { answerAll } from './answers/answerAll';
import { answerQuery, type QueryGround } from './answers/answerQuery';
import { createProfileSource } from './answers/createProfileSource';
import { findDefaultProfileType } from './answers/defaultProfileType';
import { EndedSteps } from './answers/endedSteps';
import { fromAbortable } from './answers/fromAbortable';
import { plannedStep, wantedStep, type PlannedStep, type Resolution } from './answers/plannedStep';
import { UploadIntervalFinder } from './answers/uploadIntervals';
import type { EditorDataSource } from './editor/editorDataSource';
import { Suggestions } from './editor/Suggestions';
import type { ProfilesOptions, ProfilesQuery, ProfilesVariableQuery } from './profilesQuery';
import { addAdHocFilters } from './queries/adHocMatchers';
import { interpolateQuery } from './queries/interpolateQuery';
import { interpolateSelector, type Replace } from './queries/interpolateSelector';
import { queryText } from './queries/queryText';
import { sharedClient } from './transport/sharedClient';
import { findVariableValues } from './variables/findVariableValues';
import { interpolateVariableQuery } from './variables/interpolateVariableQuery';
import { asFindValues, labelNames, labelValues, spanOf, type LabelScope } from './variables/labelLookup';
import { ProfilesVariableSupport } from './variables/ProfilesVariableSupport';

/** How long "Save & test" waits for an answer. */
const HEALTH_TIMEOUT_MS = 30_000;

/** What a data source instance works with. */
export interface DataSourceParts {
  readonly client: FullPyroscopeClient;
  /** Absent: nothing is known of what the backend can do. */
  readonly capabilities?: Capabilities;
  /** Absent: nothing is known of how far back it answers. */
  readonly lookBack?: LookBack;
  /** Absent: trees are put together where they are. */
  readonly combine?: Combine;
  readonly templates: Pick<TemplateSrv, 'replace' | 'getVariables'>;
  readonly now: () => number;
}

/** Grafana's side of a Pyroscope-compatible backend. Every request goes through Grafana's data source proxy. */
export class ProfilesDataSource extends DataSourceApi<ProfilesQuery, ProfilesOptions> implements EditorDataSource {
  /** For panels of ours that want more than their query gave them: the brushed range, the subtree behind "other". */
  readonly profileSource: ProfileSource;
  readonly suggestions: Suggestions;
  readonly preferredType: string | undefined;
  private readonly client: FullPyroscopeClient;
  private readonly ground: QueryGround;

  constructor(
    settings: DataSourceInstanceSettings<ProfilesOptions>,
    private readonly parts: DataSourceParts
  ) {
    super(settings);
    const { capabilities, lookBack, combine, templates, now } = parts;
    const client = sharedClient(parts.client, now);
    const finder = new UploadIntervalFinder(client, now);
    const asked = { client, finder, endedSteps: new EndedSteps(now), capabilities, combine };
    this.client = client;
    this.ground = {
      answering: { ...asked, uid: this.uid, name: this.name },
      options: settings.jsonData,
      lookBack,
      replaceIn: (scopedVars) => (text, format) => templates.replace(text, scopedVars, format),
      now,
    };
    this.preferredType = settings.jsonData.defaultProfileType;
    this.suggestions = new Suggestions(client, now);
    this.profileSource = createProfileSource(asked, settings.jsonData);
    this.variables = new ProfilesVariableSupport(this);
    this.annotations = annotationSupport;
  }

  /** Each query is answered on its own: one that fails leaves its error, and the frames of the others. */
  query(request: DataQueryRequest<ProfilesQuery>): Observable<DataQueryResponse> {
    const targets = request.targets.filter((target) => !target.hide && this.filterQuery(target));
    return fromAbortable((signal, tell) =>
      answerAll(
        targets.map((target) => answerQuery(this.ground, target, request, signal)),
        tell
      )
    );
  }

  stepOf(query: ProfilesQuery, resolution: Resolution, range: TimeRange | undefined): PlannedStep {
    const { answering, options } = this.ground;
    const scope = this.labelScope(query.labelSelector ?? '{}', query.profileTypeId, range);
    return plannedStep(answering.finder, query, wantedStep(resolution, scope.span, options), scope);
  }

  async supports(feature: Feature, signal: AbortSignal): Promise<Support> {
    return (await this.parts.capabilities?.supports(feature, signal)) ?? 'unknown';
  }

  defaultProfileType(span: TimeSpan, signal: AbortSignal): Promise<string> {
    return findDefaultProfileType(this.client, this.preferredType, span, signal);
  }

  /** Something besides the data source itself, or Explore would not run it. No version: it is merged into saved queries. */
  override getDefaultQuery(): Partial<ProfilesQuery> {
    return { queryType: 'both', labelSelector: this.ground.options.defaultLabelSelector || '{}' };
  }

  /** Every query can be asked: what it leaves open has a default. */
  override filterQuery(query: ProfilesQuery): boolean {
    return !query.hide;
  }

  override getQueryDisplayText(query: ProfilesQuery): string {
    return queryText(query);
  }

  /** Queries of another data source, when somebody changes to this one. */
  override async importQueries(queries: DataQuery[], origin: DataSourceApi<DataQuery>): Promise<ProfilesQuery[]> {
    const { importQueries, findKnownLabels } = await import(
      /* webpackChunkName: "importQueries" */ './explore/importQueries'
    );
    const scope = this.labelScope('{}', undefined, undefined);
    return importQueries(queries, origin, () => findKnownLabels(this.suggestions, scope));
  }

  /** What the queries select by, when somebody changes to another data source. */
  async exportToAbstractQueries(queries: ProfilesQuery[]): Promise<AbstractQuery[]> {
    const { exportQueries } = await import(/* webpackChunkName: "importQueries" */ './explore/exportQueries');
    return exportQueries(this.interpolateVariablesInQueries(queries, {}));
  }

  override interpolateVariablesInQueries(
    queries: ProfilesQuery[],
    scopedVars: ScopedVars,
    filters: AdHocVariableFilter[] = []
  ): ProfilesQuery[] {
    return queries.map((query) => {
      const interpolated = interpolateQuery(query, this.replaceIn(scopedVars));
      return { ...interpolated, labelSelector: addAdHocFilters(interpolated.labelSelector ?? '{}', filters) };
    });
  }

  /** Values of a variable. Grafana itself asks through `variables`; this is for code that knows only the older way. */
  override metricFindQuery(
    query: ProfilesVariableQuery,
    options: LegacyMetricFindQueryOptions = {}
  ): Promise<MetricFindValue[]> {
    return this.findVariableValues(query, spanOf(options.range, this.ground.now()), options.scopedVars, neverAborted());
  }

  async findVariableValues(
    query: ProfilesVariableQuery,
    span: TimeSpan,
    scopedVars: ScopedVars | undefined,
    signal: AbortSignal
  ): Promise<MetricFindValue[]> {
    const ready = interpolateVariableQuery(query, this.replaceIn(scopedVars));
    return findVariableValues(this.client, ready, span, signal);
  }

  override async getTagKeys(options?: DataSourceGetTagKeysOptions<ProfilesQuery>): Promise<MetricFindValue[]> {
    const scope = { filters: options?.filters, span: spanOf(options?.timeRange, this.ground.now()) };
    return asFindValues(await labelNames(this.client, scope, neverAborted()));
  }

  override async getTagValues(options: DataSourceGetTagValuesOptions<ProfilesQuery>): Promise<MetricFindValue[]> {
    const others = options.filters.filter(({ key }) => key !== options.key);
    const scope = { filters: others, span: spanOf(options.timeRange, this.ground.now()) };
    return asFindValues(await labelValues(this.client, options.key, scope, neverAborted()));
  }

  override async testDatasource(): Promise<TestDataSourceResponse> {
    const { checkHealth } = await import(/* webpackChunkName: "health" */ './health/checkHealth');
    const { client, ground, parts } = this;
    const context = { capabilities: parts.capabilities, lookBack: parts.lookBack, settings: ground.options };
    return checkHealth(client, ground.now(), AbortSignal.timeout(HEALTH_TIMEOUT_MS), context);
  }

  labelScope(labelSelector: string, profileTypeId: string | undefined, range: TimeRange | undefined): LabelScope {
    const replace = this.replaceIn(undefined);
    const selector = interpolateSelector(labelSelector, replace);
    return {
      labelSelector: parseLabelSelector(selector).ok ? selector : '{}',
      profileTypeId: replace(profileTypeId ?? '', 'csv'),
      span: spanOf(range, this.ground.now()),
    };
  }

  variableNames(): string[] {
    return this.parts.templates.getVariables().map(({ name }) => name);
  }

  private replaceIn(scopedVars: ScopedVars | undefined): Replace {
    return this.ground.replaceIn(scopedVars);
  }
}

/** For what Grafana asks without a way to take it back. */
function neverAborted(): AbortSignal {
  return new AbortController().signal;
}
