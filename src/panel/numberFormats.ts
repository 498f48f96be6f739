import {
  dateTimeForTimeZone,
  dateTimeFormat,
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
  intervalToAbbreviatedDurationString,
  systemDateFormats,
  type FieldConfig,
  type GrafanaTheme2,
  type TimeZone,
} from '@grafana/data';
import type { TimeSpan } from '../base/units';
import type { TimelineFormats } from '../timeline/layout/plotFrame';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const YEAR = 365 * DAY;

/** Grafana's units that count in 1024s: their round numbers are powers of two. */
const BINARY_UNITS = new Set([
  ...['bytes', 'kbytes', 'mbytes', 'gbytes', 'tbytes', 'pbytes', 'bits'],
  ...['binBps', 'binbps', 'KiBs', 'Kibits', 'MiBs', 'Mibits', 'GiBs', 'Gibits', 'TiBs', 'Tibits', 'PiBs', 'Pibits'],
]);

/** A value with the unit and decimals of its field, as Grafana writes it. */
export function valueFormat(config: FieldConfig, theme: GrafanaTheme2, timeZone: TimeZone) {
  const display = getDisplayProcessor({ field: { type: FieldType.number, config }, theme, timeZone });
  return (value: number, decimals?: number) => formattedValueToString(display(value, decimals));
}

export function timelineFormats(config: FieldConfig, theme: GrafanaTheme2, timeZone: TimeZone): TimelineFormats {
  return {
    value: valueFormat(config, theme, timeZone),
    valueBase: BINARY_UNITS.has(config.unit ?? '') ? 2 : 10,
    time: {
      utcOffset: (time) => dateTimeForTimeZone(timeZone, time).utcOffset() * MINUTE,
      label: (time, increment, length) => dateTimeFormat(time, { timeZone, format: tickFormat(increment, length) }),
    },
  };
}

/** As much of a date as tells two ticks apart: the rule of Grafana's own axes (UPlotAxisBuilder of @grafana/ui). */
function tickFormat(increment: number, length: number): string {
  const { interval } = systemDateFormats;
  if (increment < 1000) {
    return interval.millisecond;
  }
  if (increment < MINUTE) {
    return interval.second;
  }
  if (length <= DAY) {
    return interval.minute;
  }
  if (increment <= DAY) {
    return increment < DAY ? interval.hour : interval.day;
  }
  if (length < YEAR) {
    return interval.day;
  }
  return increment < YEAR ? interval.month : interval.year;
}

/**
 * "14:02:10 – 14:04:00", with the date where that tells it apart.
 *
 * @param among what it could be taken for a part of: where that is all on one day, nobody need know which
 */
export function formatSpan({ from, to }: TimeSpan, timeZone: TimeZone, among?: TimeSpan): string {
  const end = isOnOneDay([from, to], timeZone) ? systemDateFormats.interval.second : systemDateFormats.fullDate;
  return `${formatMoment(from, timeZone, among ?? { from, to })} – ${dateTimeFormat(to, { timeZone, format: end })}`;
}

/** "14:02:10", with the date where what it lies in is not all on one day. */
export function formatMoment(time: number, timeZone: TimeZone, { from, to }: TimeSpan): string {
  const { interval, fullDate } = systemDateFormats;
  const format = isOnOneDay([time, from, to], timeZone) ? interval.second : fullDate;
  return dateTimeFormat(time, { timeZone, format });
}

function isOnOneDay(times: readonly number[], timeZone: TimeZone): boolean {
  return new Set(times.map((time) => dateTimeFormat(time, { timeZone, format: 'YYYY-MM-DD' }))).size === 1;
}

/** "1m 50s". */
export function formatLength({ from, to }: TimeSpan): string {
  return intervalToAbbreviatedDurationString({ start: new Date(from), end: new Date(to) });
}
