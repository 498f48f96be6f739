import { css } from '@emotion/css';
import { type GrafanaTheme2, PageLayoutType } from '@grafana/data';
import type { PluginPageProps } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';

/** Stands for the frame that Grafana's core puts around an app's page: title, actions, and room to breathe. */
export function PluginPageFrame({ pageNav, layout, subTitle, actions, info, renderTitle, children }: PluginPageProps) {
  const style = useStyles2(styles);
  if (layout === PageLayoutType.Custom) {
    return <>{children}</>;
  }
  const title = pageNav?.text ?? '';
  return (
    <div className={style.page}>
      {layout !== PageLayoutType.Canvas && (
        <header className={style.header}>
          <div>
            {renderTitle ? renderTitle(title) : <h1 className={style.title}>{title}</h1>}
            {(subTitle ?? pageNav?.subTitle) && <div className={style.subTitle}>{subTitle ?? pageNav?.subTitle}</div>}
          </div>
          <div className={style.actions}>
            {info?.map(({ label, value }) => (
              <span key={label}>
                {label}: {value}
              </span>
            ))}
            {actions}
          </div>
        </header>
      )}
      {children}
    </div>
  );
}

function styles(theme: GrafanaTheme2) {
  return {
    page: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, padding: theme.spacing(2) }),
    header: css({ display: 'flex', justifyContent: 'space-between', marginBottom: theme.spacing(2) }),
    title: css({ ...theme.typography.h2, margin: 0 }),
    subTitle: css({ color: theme.colors.text.secondary }),
    actions: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  };
}
