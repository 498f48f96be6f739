import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import type { Problem } from '../../base/problem';
import { namedProfileTypes, type NamedProfileType } from '../../catalogue/namedProfileTypes';
import { profileTexts } from '../../catalogue/profileTexts';
import { missingTypes, profiledBy } from './missingTypes';

interface TypesGuideProps {
  readonly service: string;
  /** Ids of the types that the service sends, and the one that is shown. */
  readonly sent: readonly string[];
  readonly shown: string;
  readonly onChoose: (profileTypeId: string) => void;
  /** Labels of the service that say what profiles it. Absent: not yet known. */
  readonly labels: Readonly<Record<string, string>> | undefined;
  /** Why they could not be found. */
  readonly problem: Problem | undefined;
}

/** What each profile type of a service measures and how to read it, and what the service does not send and why. */
export function TypesGuide({ service, sent, shown, onChoose, labels, problem }: TypesGuideProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.guide}>
      <section aria-label={`Sent by ${service}`}>
        {namedProfileTypes(sent).map((type) => (
          <SentType key={type.id} type={type} isShown={type.id === shown} onChoose={() => onChoose(type.id)} />
        ))}
      </section>
      <section aria-label={`Not sent by ${service}`}>
        <h5 className={styles.heading}>Not sent by {service}</h5>
        {problem !== undefined && (
          <Alert severity="warning" title="What profiles this service could not be found out">
            {problem.sentence}
          </Alert>
        )}
        {labels === undefined && problem === undefined ? (
          <LoadingPlaceholder text="Looking at what profiles this service" />
        ) : (
          <>
            {labels !== undefined && <p className={styles.profiledBy}>{profiledBy(labels)}</p>}
            <dl className={styles.missing}>
              {missingTypes(sent, labels ?? {}).map(({ label, family, why }) => (
                <div key={`${family} ${label}`} className={styles.pair}>
                  <dt>{label}</dt>
                  <dd>{why}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </section>
    </div>
  );
}

interface SentTypeProps {
  readonly type: NamedProfileType;
  readonly isShown: boolean;
  readonly onChoose: () => void;
}

function SentType({ type, isShown, onChoose }: SentTypeProps) {
  const styles = useStyles2(getStyles);
  const { meaning, whenToUse, howToRead } = profileTexts(type.id);
  return (
    <article className={styles.type}>
      <header className={styles.header}>
        <h5 className={styles.heading}>{type.name}</h5>
        <Button
          size="sm"
          variant="secondary"
          disabled={isShown}
          onClick={onChoose}
          aria-label={isShown ? `${type.name} is shown` : `Show ${type.name}`}
        >
          {isShown ? 'Shown' : 'Show'}
        </Button>
      </header>
      <p>{meaning}</p>
      <p>
        <strong>When to use it:</strong> {whenToUse}
      </p>
      <p>
        <strong>How to read it:</strong> {howToRead}
      </p>
      <p className={styles.id}>{type.id}</p>
    </article>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  guide: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(3) }),
  heading: css({ margin: 0 }),
  type: css({
    padding: theme.spacing(2, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    '&:first-of-type': { paddingTop: 0 },
    '& p': { margin: theme.spacing(1, 0, 0), color: theme.colors.text.secondary },
    '& strong': { color: theme.colors.text.primary, fontWeight: theme.typography.fontWeightMedium },
  }),
  header: css({ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: theme.spacing(1) }),
  id: css({ fontFamily: theme.typography.fontFamilyMonospace, fontSize: theme.typography.bodySmall.fontSize }),
  profiledBy: css({ margin: theme.spacing(1, 0, 0), color: theme.colors.text.secondary }),
  missing: css({ margin: theme.spacing(1, 0, 0) }),
  pair: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(110px, 30%) 1fr',
    gap: theme.spacing(2),
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    '& dt': { fontWeight: theme.typography.fontWeightMedium },
    '& dd': { minWidth: 0, margin: 0, overflowWrap: 'anywhere', color: theme.colors.text.secondary },
  }),
});
