import { createTheme, ThemeContext } from '@grafana/data';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import type { ReactNode } from 'react';

const themes = {
  dark: createTheme({ colors: { mode: 'dark' } }),
  light: createTheme({ colors: { mode: 'light' } }),
};
/** The same elements at every rendering, so that what Grafana draws once is not drawn again with each panel. */
const styles = <GlobalStyles />;
const portals = <PortalContainer />;

/** What Grafana puts around a panel: theme, global styles, and the place for tooltips. */
export function GrafanaPage({ mode, children }: { readonly mode: 'dark' | 'light'; readonly children?: ReactNode }) {
  return (
    <ThemeContext.Provider value={themes[mode]}>
      {styles}
      {children}
      {portals}
    </ThemeContext.Provider>
  );
}
