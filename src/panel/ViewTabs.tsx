import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Tab, TabsBar, useStyles2 } from '@grafana/ui';
import type { PanelView } from './panelViews';

interface ViewTabsProps {
  readonly views: readonly PanelView[];
  /** The key of the view that is shown. */
  readonly active: string;
  readonly onChange: (key: string) => void;
}

/** One tab for each profile of the data. */
export function ViewTabs({ views, active, onChange }: ViewTabsProps) {
  const styles = useStyles2(getStyles);
  return (
    <TabsBar className={styles.tabs}>
      {views.map(({ key, label }) => (
        <Tab key={key} label={label} active={key === active} onChangeTab={() => onChange(key)} truncate title={label} />
      ))}
    </TabsBar>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // Lower than a page's tabs: the room is the picture's.
  tabs: css({
    height: 'auto',
    marginBottom: theme.spacing(0.5),
    overflowX: 'auto',
    scrollbarWidth: 'thin',
    fontSize: theme.typography.bodySmall.fontSize,
    '& button': { padding: theme.spacing(0.5, 1) },
  }),
});
