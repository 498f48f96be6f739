import { ErrorBoundaryAlert } from '@grafana/ui';
import { Route, Routes } from 'react-router-dom';
import { APP_ID } from '../../src/pluginIds';
import { Alerts } from './Alerts';
import { AppPage } from './AppPage';
import { DataSourcePage } from './DataSourcePage';
import { Frame } from './Frame';
import { HistoryRouter } from './HistoryRouter';
import { PanelPage } from './PanelPage';
import { paths } from './paths';
import { ThemeProvider } from './theme';

export function App() {
  return (
    <ThemeProvider>
      <HistoryRouter>
        <Frame>
          <ErrorBoundaryAlert>
            <Routes>
              <Route path={paths.panel} element={<PanelPage />} />
              <Route path={`/a/${APP_ID}/*`} element={<AppPage id={APP_ID} />} />
              <Route path={paths.dataSource} element={<DataSourcePage />} />
              <Route path="*" element={<p>There is no such page in the workbench.</p>} />
            </Routes>
          </ErrorBoundaryAlert>
        </Frame>
        <Alerts />
      </HistoryRouter>
    </ThemeProvider>
  );
}
