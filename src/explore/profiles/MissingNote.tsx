import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, EmptyState, useStyles2 } from '@grafana/ui';
import { assertNever } from '../../base/assertNever';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { namedProfileTypes } from '../../catalogue/namedProfileTypes';
import type { MissingPart } from './missingPart';

interface MissingNoteProps {
  readonly missing: MissingPart;
  /** Told which profile type to show instead, by its id. */
  readonly onChooseType: (profileTypeId: string) => void;
}

/** What lacks for a profile, and what to do about it. */
export function MissingNote({ missing, onChooseType }: MissingNoteProps) {
  const styles = useStyles2(getStyles);
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
    case 'profile type': {
      const { label } = describeProfileType(missing.profileTypeId);
      return (
        <EmptyState
          variant="not-found"
          message={`${missing.service} sent no ${label} profiles in this time range`}
          button={
            <div className={styles.types} role="group" aria-label={`Profile types of ${missing.service}`}>
              {namedProfileTypes(missing.sent).map(({ id, name }) => (
                <Button key={id} variant="secondary" onClick={() => onChooseType(id)}>
                  {name}
                </Button>
              ))}
            </div>
          }
        >
          {missing.why} Choose a longer time range or one of the types that it sent:
        </EmptyState>
      );
    }
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

const getStyles = (theme: GrafanaTheme2) => ({
  types: css({ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: theme.spacing(1) }),
});
