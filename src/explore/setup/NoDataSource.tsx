import { locationUtil } from '@grafana/data';
import { config } from '@grafana/runtime';
import { EmptyState, LinkButton } from '@grafana/ui';
import { DATA_SOURCE_ID } from '../../pluginIds';

/** Says that no data source of ours is there, and leads those who may to where one is added. */
export function NoDataSource() {
  const mayAdd = config.bootData.user.permissions?.['datasources:create'] === true;
  const add = (
    <LinkButton icon="plus" size="lg" href={locationUtil.assureBaseUrl(`/connections/datasources/${DATA_SOURCE_ID}`)}>
      Add a Pyrolens data source
    </LinkButton>
  );
  return (
    <EmptyState variant="call-to-action" message="No Pyrolens data source yet" button={mayAdd ? add : undefined}>
      Profiles are read from a Pyroscope-compatible backend through a data source of the type Pyrolens.
      {mayAdd ? '' : ' Ask an administrator of this Grafana to add one.'}
    </EmptyState>
  );
}
