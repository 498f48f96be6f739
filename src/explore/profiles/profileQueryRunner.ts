import { type SceneDataQuery, SceneQueryRunner } from '@grafana/scenes';
import { PROFILE_QUERY_VERSION, type ProfileQuery } from '../../profile/profileQuery';
import { reference, variableNames } from '../urlState';
import { chosenDataSource } from '../variables/chosenDataSource';
import { SERVICE_LABEL } from '../variables/serviceVariable';

/** Time series and flame graph of the chosen service and profile type; label filters are added by the data source. */
export function profileQueryRunner(): SceneQueryRunner {
  const query: ProfileQuery & SceneDataQuery = {
    refId: 'A',
    schemaVersion: PROFILE_QUERY_VERSION,
    queryType: 'both',
    profileTypeId: reference(variableNames.profileType),
    labelSelector: `{${SERVICE_LABEL}="${reference(variableNames.service)}"}`,
  };
  return new SceneQueryRunner({ datasource: chosenDataSource, queries: [query] });
}
