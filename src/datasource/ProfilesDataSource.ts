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
import { ProblemError } from '../base/problem';
import { epochMs, milliseconds, type Milliseconds, type TimeSpan } from '../base/units';
import type { ProfileSource } from '../profile/profileSource';
import type { Capabilities, Feature, Support } from '../pyroscope/capabilities';
import type { FullPyroscopeClient } from '../pyroscope/client';
import type { Combine } from '../worker/combineJob';
import { parseLabelSelector } from '../pyroscope/labelSelector';
import type { LookBack } from '../pyroscope/lookBack';
import { answerMarks } from './annotations/answerMarks';
import { annotationSupport } from './annotations/annotationSupport';
import type { Asked } from './answers/asked';
import { answerAll } from './answers/answerAll';
import { withWarnings, type TargetAnswer } from './answers/answering';
import { createProfileSource } from './answers/createProfileSource';
import { defaultProfileType } from './answers/defaultProfileType';
import { EndedSteps } from './answers/endedSteps';
import { fromAbortable } from './answers/fromAbortable';
import { MOST_STEPS } from './answers/functionSteps';
import { MOST_SLOTS } from './answers/heatmapPart';
import { answerTarget, queryError } from './answers/targetAnswer';
import { UploadIntervalFinder } from './answers/uploadIntervals';
import { overWholeUploads } from './answers/wholeUploads';
import { chooseStep } from './numbers/stepGrid';
import { USUAL_UPLOAD_INTERVAL } from './numbers/uploadInterval';
import { checkHealth } from './health/checkHealth';
import { Suggestions } from './editor/Suggestions';
import { exportQueries } from './explore/exportQueries';
import { importQueries, type KnownLabels } from './explore/importQueries';
import type { ProfilesOptions, ProfilesQuery, ProfilesVariableQuery } from './profilesQuery';
import { addAdHocFilters } from './queries/adHocMatchers';
import { interpolateSelector, type Replace } from './queries/interpolateSelector';
import { checkedMaxNodes, checkTypesAlike } from './queries/queryChecks';
import { checkAllowed, lookBackOf, minStepOf } from './queries/querySettings';
import { interpolateQuery } from './queries/interpolateQuery';
import { queryText } from './queries/queryText';
import { baselineSpan } from './queries/readyBaseline';
import { readyQuery, type ReadyQuery } from './queries/readyQuery';
import { mayReachLookBack, withinLookBack, type ReachableQuery } from './queries/withinLookBack';
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

/** How finely a panel can draw. */
type Resolution = Pick<DataQueryRequest, 'intervalMs' | 'maxDataPoints'>;

/** A step that is to be asked for. */
export interface PlannedStep {
  readonly step: Milliseconds;
  /** Whether upload intervals are not known yet, and the usual one is taken. */
  readonly isGuess: boolean;
}

/** Grafana's side of a Pyroscope-compatible backend. Every request goes through Grafana's data source proxy. */
export class ProfilesDataSource extends DataSourceApi<ProfilesQuery, ProfilesOptions> {
  /** For panels of ours that want more than their query gave them: the brushed range, the subtree behind "other". */
  readonly profileSource: ProfileSource;
  /** What editors offer to choose from. */
  readonly suggestions: Suggestions;
  /** The profile type that the settings name for queries without one. */
  readonly preferredType: string | undefined;
  private readonly client: FullPyroscopeClient;
  private readonly capabilities: Capabilities | undefined;
  private readonly findLookBack: LookBack | undefined;
  private readonly options: ProfilesOptions;
  private readonly finder: UploadIntervalFinder;
  private readonly asked: Asked;
  private readonly templates: DataSourceParts['templates'];
  private readonly now: () => number;

  constructor(
    settings: DataSourceInstanceSettings<ProfilesOptions>,
    { client, capabilities, lookBack, combine, templates, now }: DataSourceParts
  ) {
    super(settings);
    this.capabilities = capabilities;
    this.findLookBack = lookBack;
    this.options = settings.jsonData;
    this.client = sharedClient(client, now);
    this.templates = templates;
    this.now = now;
    this.preferredType = settings.jsonData.defaultProfileType;
    this.finder = new UploadIntervalFinder(this.client, this.now);
    this.suggestions = new Suggestions(this.client, this.now);
    const endedSteps = new EndedSteps(this.now);
    this.asked = { client: this.client, finder: this.finder, endedSteps, capabilities, combine };
    this.profileSource = createProfileSource(this.asked, settings.jsonData.sourceLinkTemplate);
    this.variables = new ProfilesVariableSupport(this);
    this.annotations = annotationSupport;
  }

  /** Each query is answered on its own: one that fails leaves its error, and the frames of the others. */
  query(request: DataQueryRequest<ProfilesQuery>): Observable<DataQueryResponse> {
    const targets = request.targets.filter((target) => !target.hide && this.filterQuery(target));
    return fromAbortable((signal, tell) =>
      answerAll(
        targets.map((target) => this.answer(target, request, signal)),
        tell
      )
    );
  }

  private async answer(
    target: ProfilesQuery,
    request: DataQueryRequest<ProfilesQuery>,
    signal: AbortSignal
  ): Promise<TargetAnswer> {
    try {
      const span = checkedSpan(spanOf(request.range, this.now()));
      const asked = readyQuery(target, this.replaceIn(request.scopedVars), request.filters);
      checkAllowed(asked.labelSelector, span, this.options);
      if (asked.baseline !== undefined) {
        checkAllowed(asked.baseline.labelSelector, baselineSpan(asked.baseline, span), this.options);
      }
      const reached = await this.withinReach(asked, span, request.timezone, signal);
      const query = await this.completed(reached.query, reached.span, signal);
      const whole = await overWholeUploads(this.asked, query, reached.span, signal);
      const wantedStep = this.wantedStep(request, span);
      const answering = { ...this.asked, uid: this.uid, name: this.name };
      const ready = { query, span: whole.span, wantedStep, app: request.app };
      const notices = [reached.notice, whole.notice].filter((notice) => notice !== undefined);
      return target.marks === undefined
        ? withWarnings(await answerTarget(answering, ready, signal), target.refId, notices)
        : await answerMarks(answering, ready, target.marks, signal);
    } catch (error) {
      signal.throwIfAborted();
      return { frames: [], errors: [queryError(error, target.refId)] };
    }
  }

  /** The part of a query that the backend looks back to, and what is to be said of the rest. */
  private async withinReach(
    query: ReadyQuery,
    span: TimeSpan,
    timeZone: string,
    signal: AbortSignal
  ): Promise<ReachableQuery> {
    const now = this.now();
    const lookBack = mayReachLookBack(query, span, now) ? await this.lookBack(signal) : undefined;
    return lookBack === undefined ? { query, span } : withinLookBack(query, span, lookBack, { now, timeZone });
  }

  /** How far back the backend answers: by the settings, or as it was found out; undefined where nobody knows. */
  private async lookBack(signal: AbortSignal): Promise<Milliseconds | undefined> {
    return lookBackOf(this.options) ?? (await this.findLookBack?.(signal));
  }

  private wantedStep({ intervalMs, maxDataPoints = Infinity }: Resolution, { from, to }: TimeSpan): Milliseconds {
    return milliseconds(Math.max(intervalMs, (to - from) / maxDataPoints, minStepOf(this.options) ?? 0));
  }

  /** The step that points of a query have, or will most likely have while upload intervals are not known. */
  stepOf(query: ProfilesQuery, resolution: Resolution, range: TimeRange | undefined): PlannedStep {
    const {
      span,
      labelSelector,
      profileTypeId = '',
    } = this.labelScope(query.labelSelector ?? '{}', query.profileTypeId, range);
    const most = query.queryType === 'heatmap' ? MOST_SLOTS : query.queryType === 'functions' ? MOST_STEPS : Infinity;
    const wanted = milliseconds(Math.max(this.wantedStep(resolution, span), (span.to - span.from) / most));
    const types = [profileTypeId, ...(query.otherProfileTypeIds ?? [])];
    const intervals = types.map((type) => this.finder.known(type, labelSelector ?? '{}')?.longest);
    const longest = milliseconds(Math.max(...intervals.map((interval) => interval ?? USUAL_UPLOAD_INTERVAL)));
    return { step: chooseStep(wanted, longest), isGuess: intervals.includes(undefined) };
  }

  /** Whether the backend can do something: 'unknown' where nobody can tell. */
  async supports(feature: Feature, signal: AbortSignal): Promise<Support> {
    return (await this.capabilities?.supports(feature, signal)) ?? 'unknown';
  }

  /** What the query leaves open, by the settings and the backend. */
  private async completed(query: ReadyQuery, span: TimeSpan, signal: AbortSignal): Promise<ReadyQuery> {
    const profileTypeId =
      query.profileTypeId === '' ? await this.defaultProfileType(span, signal) : query.profileTypeId;
    checkTypesAlike([profileTypeId, ...query.otherProfileTypeIds], 'added up');
    return { ...query, profileTypeId, maxNodes: query.maxNodes ?? checkedMaxNodes(this.options.maxNodes) };
  }

  /** The profile type of a query that names none: by the settings, or what the backend has. */
  async defaultProfileType(span: TimeSpan, signal: AbortSignal): Promise<string> {
    const types = await this.client.profileTypes(span, signal);
    return defaultProfileType(
      types.map(({ id }) => id),
      this.preferredType
    );
  }

  /** Something besides the data source itself, or Explore would not run it. No version: it is merged into saved queries. */
  override getDefaultQuery(): Partial<ProfilesQuery> {
    return { queryType: 'both', labelSelector: this.options.defaultLabelSelector || '{}' };
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
    return importQueries(queries, origin, () => this.knownLabels());
  }

  private async knownLabels(): Promise<KnownLabels> {
    const scope = this.labelScope('{}', undefined, undefined);
    const [names, services] = await Promise.all([
      this.suggestions.labelNames(scope),
      this.suggestions.labelValues('service_name', scope),
    ]);
    return { names, services };
  }

  /** What the queries select by, when somebody changes to another data source. */
  async exportToAbstractQueries(queries: ProfilesQuery[]): Promise<AbstractQuery[]> {
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
    return this.findVariableValues(query, spanOf(options.range, this.now()), options.scopedVars, neverAborted());
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
    const scope = { filters: options?.filters, span: spanOf(options?.timeRange, this.now()) };
    return asFindValues(await labelNames(this.client, scope, neverAborted()));
  }

  override async getTagValues(options: DataSourceGetTagValuesOptions<ProfilesQuery>): Promise<MetricFindValue[]> {
    const others = options.filters.filter(({ key }) => key !== options.key);
    const scope = { filters: others, span: spanOf(options.timeRange, this.now()) };
    return asFindValues(await labelValues(this.client, options.key, scope, neverAborted()));
  }

  override testDatasource(): Promise<TestDataSourceResponse> {
    const { capabilities, findLookBack: lookBack, options: settings } = this;
    const context = { capabilities, lookBack, settings };
    return checkHealth(this.client, this.now(), AbortSignal.timeout(HEALTH_TIMEOUT_MS), context);
  }

  /** Which profiles an editor's suggestions have to go with; a selector that cannot be read yet narrows nothing. */
  labelScope(labelSelector: string, profileTypeId: string | undefined, range: TimeRange | undefined): LabelScope {
    const replace = this.replaceIn(undefined);
    const selector = interpolateSelector(labelSelector, replace);
    return {
      labelSelector: parseLabelSelector(selector).ok ? selector : '{}',
      profileTypeId: replace(profileTypeId ?? '', 'csv'),
      span: spanOf(range, this.now()),
    };
  }

  /** Names of the dashboard's variables. */
  variableNames(): string[] {
    return this.templates.getVariables().map(({ name }) => name);
  }

  private replaceIn(scopedVars: ScopedVars | undefined): Replace {
    return (text, format) => this.templates.replace(text, scopedVars, format);
  }
}

function checkedSpan(span: TimeSpan): TimeSpan {
  if (!(span.to > span.from)) {
    throw new ProblemError({
      kind: 'bad-range',
      sentence: 'The time range is empty: choose one that ends after it begins.',
    });
  }
  return { from: epochMs(span.from), to: epochMs(span.to) };
}

/** For what Grafana asks without a way to take it back. */
function neverAborted(): AbortSignal {
  return new AbortController().signal;
}
