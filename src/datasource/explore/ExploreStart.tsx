import { css } from '@emotion/css';
import type { GrafanaTheme2, QueryEditorHelpProps } from '@grafana/data';
import { Alert, Button, Card, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import type { ProfilesQuery } from '../profilesQuery';
import { questionExamples, splitLabelOf, typeExamples, type QueryExample, type ServiceTypes } from './queryExamples';
import { MOST_SERVICES, useBackendContents } from './useBackendContents';
import type { EditorDataSource } from '../editor/editorDataSource';

export interface ExploreStartProps extends Pick<QueryEditorHelpProps<ProfilesQuery>, 'onClickExample'> {
  readonly datasource: EditorDataSource;
}

/** What Explore shows before the first query: examples of what this backend has. A click runs one. */
export function ExploreStart({ datasource, onClickExample }: ExploreStartProps) {
  const styles = useStyles2(getStyles);
  const contents = useBackendContents(datasource);
  if (contents === undefined) {
    return <LoadingPlaceholder text="Looking for profiles…" />;
  }
  if ('problem' in contents) {
    return (
      <Alert severity="warning" title="There are no examples, as the backend could not be asked">
        {contents.problem.sentence}
      </Alert>
    );
  }
  const { services, serviceCount, labelNames } = contents;
  if (services.length === 0) {
    return (
      <Alert severity="info" title="No profiles in the last hour">
        Choose a time range in which there are some, or send some with a Pyroscope SDK or Grafana Alloy.
      </Alert>
    );
  }
  return (
    <div className={styles.page}>
      <section aria-label="Questions">
        <h3 className={styles.title}>Questions to ask</h3>
        <div className={styles.cards}>
          {questionExamples(services, splitLabelOf(labelNames)).map((example) => (
            <Question key={example.title} example={example} onRun={onClickExample} />
          ))}
        </div>
      </section>
      <section aria-label="Services">
        <h3 className={styles.title}>What there is</h3>
        {services.map((service) => (
          <Service key={service.service} service={service} onRun={onClickExample} />
        ))}
        {serviceCount > MOST_SERVICES ? (
          <p className={styles.more}>…and {(serviceCount - MOST_SERVICES).toLocaleString('en')} services more.</p>
        ) : null}
      </section>
    </div>
  );
}

type Run = (query: ProfilesQuery) => void;

function Question({ example, onRun }: { readonly example: QueryExample; readonly onRun: Run }) {
  const styles = useStyles2(getStyles);
  return (
    <Card noMargin className={styles.card} onClick={() => onRun(example.query)}>
      <Card.Heading>{example.title}</Card.Heading>
      <Card.Description>{example.detail}</Card.Description>
    </Card>
  );
}

function Service({ service, onRun }: { readonly service: ServiceTypes; readonly onRun: Run }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.service} role="group" aria-label={service.service}>
      <span className={styles.name}>{service.service}</span>
      {typeExamples(service).map(({ title, detail, query }) => (
        <Button
          key={query.profileTypeId}
          size="sm"
          variant="secondary"
          fill="outline"
          tooltip={detail}
          aria-label={`${title} of ${service.service}`}
          onClick={() => onRun(query)}
        >
          {title}
        </Button>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'grid', gap: theme.spacing(3), maxWidth: 1200, padding: theme.spacing(1, 0) }),
  title: css({ ...theme.typography.h5, marginBottom: theme.spacing(1.5) }),
  cards: css({
    display: 'grid',
    gap: theme.spacing(1),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))',
  }),
  // Cards of a row are as high as the highest; what they say begins at their top.
  card: css({ gridTemplateRows: 'auto auto auto 1fr' }),
  service: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  name: css({
    minWidth: 180,
    fontWeight: theme.typography.fontWeightMedium,
    overflowWrap: 'anywhere',
  }),
  more: css({ marginTop: theme.spacing(1), color: theme.colors.text.secondary }),
});
