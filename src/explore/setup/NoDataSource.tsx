import { locationUtil } from '@grafana/data';
import { config } from '@grafana/runtime';
import { EmptyState, LinkButton } from '@grafana/ui';

/**
 * Says that no data source of ours is there, and leads those who may to where one is added: to the list of types, because
 * Grafana has no page of its own for a data source that is nested in an app.
 */
export function NoDataSource() {
  const mayAdd = config.bootData.user.permissions?.['datasources:create'] === true;
  const add = (
    <LinkButton icon="plus" size="lg" href={locationUtil.assureBaseUrl('/connections/datasources/new')}>
      Add a data source
    </LinkButton>
  );
  return (
    <EmptyState variant="call-to-action" message="No Pyrolens data source yet" button={mayAdd ? add : undefined}>
      Profiles are read from a Pyroscope-compatible backend through a data source of the type Pyrolens.
      {mayAdd ? ' It is in the list under Profiling.' : ' Ask an administrator of this Grafana to add one.'}
    </EmptyState>
  );
}
