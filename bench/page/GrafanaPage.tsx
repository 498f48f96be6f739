import { createTheme, ThemeContext } from '@grafana/data';
import { GlobalStyles, Icon, PortalContainer } from '@grafana/ui';
import type { ReactNode } from 'react';

const themes = {
  dark: createTheme({ colors: { mode: 'dark' } }),
  light: createTheme({ colors: { mode: 'light' } }),
};
/** The same elements at every rendering, so that what Grafana draws once is not drawn again with each panel. */
const styles = <GlobalStyles />;
const portals = <PortalContainer />;
/** Grafana has its common icons in memory; the package alone would fetch each when it is first drawn. */
const icons = (
  <div hidden>
    {(['search', 'times', 'angle-up', 'angle-down', 'info-circle'] as const).map((name) => (
      <Icon key={name} name={name} />
    ))}
  </div>
);

/** What Grafana puts around a panel: theme, global styles, and the place for tooltips. */
export function GrafanaPage({ mode, children }: { readonly mode: 'dark' | 'light'; readonly children?: ReactNode }) {
  return (
    <ThemeContext.Provider value={themes[mode]}>
      {styles}
      {icons}
      {children}
      {portals}
    </ThemeContext.Provider>
  );
}
