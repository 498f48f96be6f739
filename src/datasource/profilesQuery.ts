import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { ProfileQuery } from '../profile/profileQuery';

/** A query of a panel, as Grafana hands it to us and saves it. */
export interface ProfilesQuery extends DataQuery, Omit<ProfileQuery, 'queryType'> {
  /** 'metrics' | 'profile' | 'both'; Grafana's type for it is any text. */
  queryType?: string;
}

/** Settings of the data source that are no secret. */
export interface ProfilesOptions extends DataSourceJsonData {
  /** The profile type of new queries. Absent or empty: CPU, where the backend has it. */
  defaultProfileType?: string;
  /** Grafana sends the header that is named here with every request; its value is in the secure part. */
  [httpHeaderName: `httpHeaderName${number}`]: string | undefined;
}

/** What a variable lists. The first three are those of Grafana's own data source. */
export type VariableQueryType = 'profileType' | 'label' | 'labelValue' | 'service';

export interface ProfilesVariableQuery extends DataQuery {
  type?: VariableQueryType;
  /** Only labels and values that profiles of this type have. */
  profileTypeId?: string;
  /** For `labelValue`: whose values. */
  labelName?: string;
  /** Only what profiles that match this have. */
  labelSelector?: string;
}
