import { css } from '@emotion/css';
import {
  CoreApp,
  type DataQuery,
  type DataSourceApi,
  DataSourcePluginContextProvider,
  type GrafanaTheme2,
  type PanelData,
} from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { ErrorBoundaryAlert, useStyles2 } from '@grafana/ui';

export interface QueryRowProps {
  readonly dataSource: DataSourceApi;
  readonly query: DataQuery;
  readonly data?: PanelData;
  readonly onChange: (query: DataQuery) => void;
  readonly onRunQuery: () => void;
}

/** The data source's own query editor, in a row as the panel editor has them. */
export function QueryRow({ dataSource, query, data, onChange, onRunQuery }: QueryRowProps) {
  const style = useStyles2(styles);
  const Editor = dataSource.components?.QueryEditor;
  const settings = getDataSourceSrv().getInstanceSettings(dataSource.uid);
  if (Editor === undefined || settings === undefined) {
    return <p>The data source has no query editor.</p>;
  }
  return (
    <section className={style.row} aria-label="Query">
      <header className={style.header}>
        <span className={style.refId}>{query.refId}</span>
        <span className={style.name}>({dataSource.name})</span>
      </header>
      <div className={style.body}>
        <ErrorBoundaryAlert>
          <DataSourcePluginContextProvider instanceSettings={settings}>
            <Editor
              datasource={dataSource}
              query={query}
              queries={[query]}
              data={data}
              range={data?.timeRange}
              app={CoreApp.PanelEditor}
              history={[]}
              onChange={onChange}
              onRunQuery={onRunQuery}
            />
          </DataSourcePluginContextProvider>
        </ErrorBoundaryAlert>
      </div>
    </section>
  );
}

function styles(theme: GrafanaTheme2) {
  return {
    row: css({ border: `1px solid ${theme.colors.border.weak}`, borderRadius: theme.shape.radius.default }),
    header: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      height: theme.spacing(4),
      padding: theme.spacing(0, 1),
      background: theme.colors.background.secondary,
    }),
    refId: css({ fontWeight: theme.typography.fontWeightMedium, color: theme.colors.text.link }),
    name: css({ fontStyle: 'italic', color: theme.colors.text.secondary }),
    body: css({ padding: theme.spacing(1) }),
  };
}
