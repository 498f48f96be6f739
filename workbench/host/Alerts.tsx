import { useEffect, useState } from 'react';
import { css } from '@emotion/css';
import { AppEvents, type AppEvent, type EventBusExtended, type GrafanaTheme2 } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { Alert, type AlertVariant, useStyles2 } from '@grafana/ui';

interface Shown {
  readonly id: number;
  readonly severity: AlertVariant;
  readonly title: string;
  readonly text?: string;
}

/** How long a message stays, in milliseconds. */
const STAY = 5000;
const kinds: ReadonlyArray<[AppEvent<unknown[]>, AlertVariant]> = [
  [AppEvents.alertSuccess, 'success'],
  [AppEvents.alertWarning, 'warning'],
  [AppEvents.alertError, 'error'],
  [AppEvents.alertInfo, 'info'],
];

/** The messages that Grafana's core shows at the top right. */
export function Alerts() {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const className = useStyles2(styles);
  useEffect(() => {
    const events = getAppEvents() as EventBusExtended;
    let last = 0;
    const remove = (id: number) => setShown((all) => all.filter((one) => one.id !== id));
    const listeners = kinds.map(([event, severity]) => {
      const listener = (payload?: unknown[]) => {
        const id = ++last;
        setShown((all) => [...all, { id, severity, title: String(payload?.[0] ?? ''), text: payload?.[1] as string }]);
        setTimeout(() => remove(id), STAY);
      };
      events.on(event, listener);
      return () => events.off(event, listener);
    });
    return () => listeners.forEach((stop) => stop());
  }, []);
  return (
    <div className={className}>
      {shown.map(({ id, severity, title, text }) => (
        <Alert key={id} severity={severity} title={title} elevated>
          {text}
        </Alert>
      ))}
    </div>
  );
}

function styles(theme: GrafanaTheme2) {
  return css({
    position: 'fixed',
    top: theme.spacing(7),
    right: theme.spacing(2),
    width: 400,
    zIndex: theme.zIndex.portal,
  });
}
