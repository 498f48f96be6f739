import type { PropsWithChildren } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Tab, TabsBar, ToolbarButton, useStyles2, useTheme2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { APP_ID } from '../../src/pluginIds';
import { paths } from './paths';
import { changeTheme } from './theme';
import { workbenchFacts } from './workbenchFacts';

const tabs = [
  { label: 'Panel', path: paths.panel },
  { label: 'Explore profiles', path: paths.explore },
  { label: 'Data source', path: paths.dataSource },
];

/** What goes along from page to page. */
const lasting = ['from', 'to', 'timezone', 'refresh', 'theme'];

/** The bar at the top, and the page below it. */
export function Frame({ children }: PropsWithChildren) {
  const style = useStyles2(styles);
  const { pathname, search } = useLocation();
  return (
    <div className={style.frame}>
      <header className={style.bar}>
        <img className={style.logo} src={config.apps[APP_ID] && `public/plugins/${APP_ID}/img/logo.svg`} alt="" />
        <span className={style.name}>Pyrolens</span>
        <TabsBar className={style.tabs} hideBorder>
          {tabs.map(({ label, path }) => (
            <Tab key={path} label={label} href={withLasting(path, search)} active={isOpen(path, pathname)} />
          ))}
        </TabsBar>
        <span className={style.source}>{workbenchFacts().source}</span>
        <ThemeButton />
      </header>
      <main className={style.page}>{children}</main>
    </div>
  );
}

function ThemeButton() {
  const { isDark } = useTheme2();
  const other = isDark ? 'light' : 'dark';
  return (
    <ToolbarButton icon="adjust-circle" tooltip={`Change to the ${other} theme`} onClick={() => changeTheme(other)}>
      {isDark ? 'Dark' : 'Light'}
    </ToolbarButton>
  );
}

function isOpen(path: string, pathname: string): boolean {
  return path === paths.panel ? pathname === path : pathname.startsWith(path.replace(/\/explore$/, ''));
}

function withLasting(path: string, search: string): string {
  const kept = [...new URLSearchParams(search)].filter(([name]) => lasting.includes(name));
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
}

function styles(theme: GrafanaTheme2) {
  return {
    frame: css({ display: 'flex', flexDirection: 'column', minHeight: '100vh' }),
    bar: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0, 2),
      height: 48,
      flex: 'none',
      position: 'sticky',
      top: 0,
      zIndex: theme.zIndex.navbarFixed,
      background: theme.colors.background.primary,
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    }),
    logo: css({ width: 24, height: 24 }),
    name: css({
      fontWeight: theme.typography.fontWeightMedium,
      marginRight: theme.spacing(2),
      [theme.breakpoints.down('sm')]: { display: 'none' },
    }),
    tabs: css({ flexGrow: 1 }),
    source: css({
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      [theme.breakpoints.down('md')]: { display: 'none' },
    }),
    page: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 }),
  };
}
