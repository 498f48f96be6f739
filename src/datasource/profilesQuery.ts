import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { ProfileQuery } from '../profile/profileQuery';

/** A query of a panel, as Grafana hands it to us and saves it. */
export interface ProfilesQuery extends DataQuery, Omit<ProfileQuery, 'queryType'> {
  /** 'metrics' | 'profile' | 'both'; Grafana's type for it is any text. */
  queryType?: string;
  /** Of an annotation's query: what is marked in its series. Absent: the query is a panel's. */
  marks?: MarkedEvents;
}

/** `spikes`: far above the usual for a while; `steps`: another level; `throttling`: the backend took only a sample. */
export type MarkedEvents = 'spikes' | 'steps' | 'throttling';

/** Settings of the data source that are no secret. */
export interface ProfilesOptions extends DataSourceJsonData {
  /** The profile type of new queries. Absent or empty: CPU, where the backend has it. */
  defaultProfileType?: string;
  /** The label selector of new queries, `{service_name="checkout"}`. Absent or empty: every service. */
  defaultLabelSelector?: string;
  /** The shortest step of a time series, as a Grafana duration: `15s`. The name is that of Grafana's data source. */
  minStep?: string;
  /** Most nodes of a flame graph whose query names none, 1 to 1,048,576. Absent: the backend's default, 8,192. */
  maxNodes?: number;
  /** The longest range that a query may ask for, as a Grafana duration: `7d`. Absent: as long as the backend allows. */
  longestRange?: string;
  /** How far back the backend answers, as a Grafana duration: `7d`. Absent: found out from the backend, where it tells. */
  lookBack?: string;
  /** Refuses queries for every service: a selector must name something. */
  requiresSelector?: boolean;
  /** What an hour of one core, and of one GiB of memory, costs; in `currency`, such as `EUR`. */
  coreHourCost?: number;
  gibHourCost?: number;
  currency?: string;
  /** Link to the code of a function: see `SourceLinkSettings`. */
  sourceLinkTemplate?: string;
  /** Grafana sends the header that is named here with every request; its value is in the secure part. */
  [httpHeaderName: `httpHeaderName${number}`]: string | undefined;
}

/** What a variable lists. The first three are those of Grafana's own data source. */
export type VariableQueryType = 'profileType' | 'label' | 'labelValue' | 'service' | 'function';

export interface ProfilesVariableQuery extends DataQuery {
  type?: VariableQueryType;
  /** Only labels and values that profiles of this type have. */
  profileTypeId?: string;
  /** For `labelValue`: whose values. */
  labelName?: string;
  /** Only what profiles that match this have. */
  labelSelector?: string;
  /** For `function`: only those whose name contains this regular expression. */
  functionName?: string;
  /** For `function`: which are the largest. Absent: self. */
  by?: 'self' | 'total';
  /** For `function`: how many at most. Absent: 100. */
  limit?: number;
}
