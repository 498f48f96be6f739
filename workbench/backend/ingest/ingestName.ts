import { invalidArgument } from '../http/connectError';
import type { Label } from '../labels';

export interface IngestName {
  /** Name of the application, before the braces. */
  readonly app: string;
  readonly labels: readonly Label[];
}

/**
 * Reads the `name` of `/ingest`: `app{region=eu,pod=a}`. Values have no quotes by that format, which keeps quotes that
 * are there; since people write them all the same, quotes around a whole value are taken off here.
 *
 * @throws ConnectError for a name that Pyroscope refuses too (api/model/labelset)
 */
export function readIngestName(name: string): IngestName {
  const brace = name.indexOf('{');
  const app = (brace < 0 ? name : name.slice(0, brace)).trim();
  if (app === '') {
    throw invalidArgument('name: service name is required');
  }
  const bad = /[^a-zA-Z0-9_./-]/.exec(app)?.[0];
  if (bad !== undefined) {
    throw invalidArgument(`name: invalid service name: ${app}: character is not allowed: '${bad}'`);
  }
  const inside = brace < 0 ? '' : name.slice(brace + 1).replace(/\}.*$/s, '');
  return { app, labels: inside.split(',').flatMap(readLabel) };
}

function readLabel(text: string): Label[] {
  const equals = text.indexOf('=');
  if (equals < 0) {
    return [];
  }
  const name = text.slice(0, equals).trim();
  if (name === '') {
    throw invalidArgument('name: label name is required');
  }
  const bad = /[^a-zA-Z0-9_.]/.exec(name)?.[0];
  if (bad !== undefined) {
    throw invalidArgument(`name: invalid label name: ${name}: character is not allowed: '${bad}'`);
  }
  const value = text.slice(equals + 1).trim();
  // Names that begin with two underscores are Pyroscope's own.
  return name.startsWith('__') ? [] : [{ name, value: /^"(.*)"$/s.exec(value)?.[1] ?? value }];
}
