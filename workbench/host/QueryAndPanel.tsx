import { css } from '@emotion/css';
import type { DataQuery, DataSourceApi, GrafanaTheme2 } from '@grafana/data';
import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
  type SceneQueryRunner,
  type VizPanel,
} from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import { QueryRow } from './QueryRow';

export interface QueryAndPanelState extends SceneObjectState {
  dataSource: DataSourceApi;
  /** As the editor shows it; what is drawn is the query that was last run. */
  query: DataQuery;
  /** Its `$data` is a `SceneQueryRunner`. */
  panel: VizPanel;
  /** The panel's size in CSS pixels, where it is not to fill the window. */
  width?: number;
  height?: number;
}

/** CSS pixels that the panel has where the window has fewer. */
const LEAST_HEIGHT = 480;

/** The query editor with the panel below it. The query is in the address, as JSON without what never changes. */
export class QueryAndPanel extends SceneObjectBase<QueryAndPanelState> {
  static readonly Component = QueryAndPanelView;
  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: ['query'] });

  getUrlState(): SceneObjectUrlValues {
    const { refId: _refId, datasource: _datasource, ...query } = this.state.query;
    return { query: JSON.stringify(query) };
  }

  updateFromUrl({ query }: SceneObjectUrlValues): void {
    const asked = typeof query === 'string' ? parseObject(query) : undefined;
    if (asked !== undefined) {
      const { refId, datasource } = this.state.query;
      this.onChange({ ...asked, refId, datasource });
      this.onRunQuery();
    }
  }

  get runner(): SceneQueryRunner {
    return this.state.panel.state.$data as SceneQueryRunner;
  }

  readonly onChange = (query: DataQuery) => this.setState({ query });

  readonly onRunQuery = () => {
    this.runner.setState({ queries: [this.state.query] });
    if (this.isActive) {
      this.runner.runQueries();
    }
  };
}

function QueryAndPanelView({ model }: SceneComponentProps<QueryAndPanel>) {
  const { dataSource, query, panel, width, height } = model.useState();
  const { data } = model.runner.useState();
  const style = useStyles2(styles);
  return (
    <div className={style.column}>
      <QueryRow
        dataSource={dataSource}
        query={query}
        data={data}
        onChange={model.onChange}
        onRunQuery={model.onRunQuery}
      />
      <div
        className={style.panel}
        style={
          height === undefined ? { width, flexGrow: 1, minHeight: LEAST_HEIGHT } : { width, height, flexShrink: 0 }
        }
      >
        <panel.Component model={panel} />
      </div>
    </div>
  );
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function styles(theme: GrafanaTheme2) {
  return {
    column: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, gap: theme.spacing(1) }),
    panel: css({ display: 'flex', position: 'relative' }),
  };
}
