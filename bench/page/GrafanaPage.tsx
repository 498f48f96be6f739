import { createTheme, ThemeContext } from '@grafana/data';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import type { ReactNode } from 'react';

/** What Grafana puts around a panel: theme, global styles, and the place for tooltips. */
export function GrafanaPage({ mode, children }: { readonly mode: 'dark' | 'light'; readonly children: ReactNode }) {
  return (
    <ThemeContext.Provider value={createTheme({ colors: { mode } })}>
      <GlobalStyles />
      {children}
      <PortalContainer />
    </ThemeContext.Provider>
  );
}
