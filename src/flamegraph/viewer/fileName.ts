import { dateTimeFormat, type TimeZone } from '@grafana/data';
import type { TimeSpan } from '../../base/units';

/** Characters; file systems hold names of 255 bytes. */
const LONGEST_TITLE = 60;

/**
 * "CPU of checkout 2026-11-21 14.02.10–14.04.00.csv": what no file system takes in a name, or what would hide a part of
 * it, is left out.
 */
export function fileName(title: string, { from, to }: TimeSpan, timeZone: TimeZone, extension: string): string {
  const write = (time: number, format: string) => dateTimeFormat(time, { timeZone, format });
  const day = 'YYYY-MM-DD';
  const isOneDay = write(from, day) === write(to, day);
  const range = `${write(from, `${day} HH.mm.ss`)}–${write(to, isOneDay ? 'HH.mm.ss' : `${day} HH.mm.ss`)}`;
  const safe = title
    .replace(/[\\/:*?"<>|\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.~-]+/, '');
  const short = Array.from(safe).slice(0, LONGEST_TITLE).join('').trim();
  return `${short === '' ? 'profile' : short} ${range}.${extension}`;
}
