import { useEffect, useMemo, useState } from 'react';
import { DashboardCursorSync, DataHoverClearEvent, DataHoverEvent, type EventBus } from '@grafana/data';
import { usePanelContext } from '@grafana/ui';

/** The crosshair that a dashboard's panels share, where its settings say so: what others point at, and telling them. */
export function useSharedHover(eventBus: EventBus) {
  const { sync } = usePanelContext();
  const isShared = (sync?.() ?? DashboardCursorSync.Off) !== DashboardCursorSync.Off;
  const [sharedTime, setSharedTime] = useState<number>();

  useEffect(() => {
    if (!isShared) {
      return;
    }
    const hovers = eventBus.getStream(DataHoverEvent).subscribe(({ origin, payload }) => {
      if (origin !== eventBus) {
        setSharedTime(payload.point?.time ?? undefined);
      }
    });
    const clears = eventBus.getStream(DataHoverClearEvent).subscribe(() => setSharedTime(undefined));
    return () => {
      hovers.unsubscribe();
      clears.unsubscribe();
      setSharedTime(undefined);
    };
  }, [eventBus, isShared]);

  const onHover = useMemo(
    () =>
      isShared
        ? (time: number | undefined) =>
            eventBus.publish(time === undefined ? new DataHoverClearEvent() : new DataHoverEvent({ point: { time } }))
        : undefined,
    [eventBus, isShared]
  );
  return { sharedTime, onHover };
}
