import { locationUtil } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Alert, EmptyState, LinkButton } from '@grafana/ui';
import { assertNever } from '../../base/assertNever';
import { DATA_SOURCE_ID } from '../../pluginIds';
import type { MissingPart } from './missingPart';

/** What lacks for a profile, and what to do about it. */
export function MissingNote({ missing }: { readonly missing: MissingPart }) {
  switch (missing.kind) {
    case 'data source':
      return <NoDataSource />;
    case 'services':
      return (
        <EmptyState variant="not-found" message="No profiles in this time range">
          The data source answers, but no service sent it profiles in this time. Choose a longer time range or, if
          nothing was sent yet, start a service with a Pyroscope SDK or have Grafana Alloy profile it.
        </EmptyState>
      );
    case 'profile types':
      return (
        <EmptyState variant="not-found" message={`No profiles of ${missing.service} in this time range`}>
          Choose a longer time range or another service.
        </EmptyState>
      );
    case 'answer':
      return (
        <Alert severity="error" title="The data source could not say which services and profile types there are">
          {missing.sentence}
        </Alert>
      );
    default:
      return assertNever(missing);
  }
}

function NoDataSource() {
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
