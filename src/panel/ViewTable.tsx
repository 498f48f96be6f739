import { useMemo } from 'react';
import { applyFieldOverrides, type DataFrame, type InterpolateFunction, type TimeZone } from '@grafana/data';
import { Table, useTheme2 } from '@grafana/ui';

interface ViewTableProps {
  readonly label: string;
  readonly frame: DataFrame;
  readonly replaceVariables: InterpolateFunction;
  readonly timeZone: TimeZone;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Rows as Grafana's own tables show them, sorted by a click; Grafana's Table panel can do more with the same data. */
export function ViewTable({ label, frame, replaceVariables, timeZone, width, height }: ViewTableProps) {
  const theme = useTheme2();
  const data = useMemo(
    () =>
      applyFieldOverrides({
        data: [frame],
        fieldConfig: { defaults: {}, overrides: [] },
        replaceVariables,
        theme,
        timeZone,
      })[0],
    [frame, replaceVariables, theme, timeZone]
  );
  return <Table data={data} width={width} height={height} ariaLabel={label} resizable />;
}
