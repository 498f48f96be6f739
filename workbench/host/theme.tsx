import { type PropsWithChildren, useEffect, useState } from 'react';
import { getThemeById, ThemeContext } from '@grafana/data';
import { config, getAppEvents, locationService, ThemeChangedEvent } from '@grafana/runtime';
import { GlobalStyles, PortalContainer } from '@grafana/ui';

export type ThemeName = 'dark' | 'light';

/** Gives the page and all that is in portals the current theme of Grafana. */
export function ThemeProvider({ children }: PropsWithChildren) {
  const [theme, setTheme] = useState(config.theme2);
  useEffect(() => {
    const subscription = getAppEvents().subscribe(ThemeChangedEvent, ({ payload }) => setTheme(payload));
    return () => subscription.unsubscribe();
  }, []);
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      {children}
      <PortalContainer />
    </ThemeContext.Provider>
  );
}

/** Changes the theme without a reload and keeps it in the address, as Grafana does: config first, then the event. */
export function changeTheme(name: ThemeName): void {
  const theme = getThemeById(name);
  config.theme2 = theme;
  config.theme = theme.v1;
  config.bootData.user.theme = name;
  config.bootData.user.lightTheme = theme.isLight;
  getAppEvents().publish(new ThemeChangedEvent(theme));
  locationService.partial({ theme: name }, true);
}
