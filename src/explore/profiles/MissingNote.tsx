import { Alert, EmptyState } from '@grafana/ui';
import { assertNever } from '../../base/assertNever';
import type { MissingPart } from './missingPart';

/** What lacks for a profile, and what to do about it. */
export function MissingNote({ missing }: { readonly missing: MissingPart }) {
  switch (missing.kind) {
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
