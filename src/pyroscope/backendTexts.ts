import type { Problem } from '../base/problem';
import { badSelector } from './labelSelector';
import { readQuoted } from './quotedString';

/**
 * The problem that a backend's message names, where its text alone tells: Pyroscope gives most refusals of a request
 * the same code. Undefined for a text that is not known. The texts are those of Pyroscope (pkg/validation,
 * pkg/frontend, pkg/model), dskit and Grafana's data source proxy.
 */
export function problemOfText(text: string): Problem | undefined {
  for (const [pattern, problemOf] of knownTexts) {
    const found = pattern.exec(text);
    if (found !== null) {
      return problemOf(found);
    }
  }
  return undefined;
}

type KnownText = readonly [RegExp, (found: RegExpExecArray) => Problem];

const knownTexts: readonly KnownText[] = [
  [
    /Authentication to data source failed/i,
    () => ({
      kind: 'unauthorised',
      sentence:
        "The backend refused the data source's credentials: check the authentication in the data source's settings and, if the backend has tenants, that one is set there (X-Scope-OrgID).",
    }),
  ],
  [
    // Said by the older storage, which the newer one turns to where the first of the tenants has nothing in it.
    /multiple org IDs present|unauthenticated: no org id|expected 1 tenant/i,
    () => ({
      kind: 'missing-tenant',
      sentence:
        "The backend cannot answer this for several tenants at once, as a rule because one of them has no profiles: name only such as have some, or one, as the tenant (X-Scope-OrgID) in the data source's settings.",
    }),
  ],
  [
    /no org id/i,
    () => ({
      kind: 'missing-tenant',
      sentence:
        "The backend has tenants and was not told which one: set the X-Scope-OrgID header in the data source's settings.",
    }),
  ],
  [
    /tenant ID|org IDs/i,
    ({ input }) => ({
      kind: 'missing-tenant',
      sentence: `The backend does not accept the tenant (${input}): correct the X-Scope-OrgID header in the data source's settings.`,
    }),
  ],
  [/parsing label selector|: parse error: /, ({ input }) => problemOfParseError(input)],
  [
    /profile-type selection must be|invalid profile type|profile type is missing/,
    () => ({
      kind: 'bad-profile-type',
      sentence:
        'The profile type is missing or malformed: choose one from the list, such as process_cpu:cpu:nanoseconds:cpu:nanoseconds.',
    }),
  ],
  [
    /exceeds the limit \(max_query_length, actual: ([^,]+), limit: ([^)]+)\)/,
    ([, actual, limit]) => ({
      kind: 'bad-range',
      sentence: `The time range (${actual}) is longer than the backend allows (${limit}): choose a shorter one.`,
    }),
  ],
  [
    /start time is after end time|start time must be before end time/,
    () => ({ kind: 'bad-range', sentence: 'The time range ends before it begins: choose another one.' }),
  ],
  [
    /missing time range/,
    () => ({ kind: 'bad-range', sentence: 'The request has no time range: choose one and try again.' }),
  ],
  [
    /max flamegraph nodes limit .*allowed (\d+)/,
    ([, allowed]) => ({
      kind: 'too-many-nodes',
      sentence: `The backend gives flame graphs of 1 to ${allowed} nodes: set the query's maximum of nodes within these bounds.`,
    }),
  ],
  [
    /message larger than max/,
    () => ({
      kind: 'too-many-nodes',
      sentence:
        'The answer is larger than the backend can pass on: ask for fewer nodes, fewer series or a shorter time range.',
    }),
  ],
  [
    /step must be/,
    () => ({ kind: 'bad-request', sentence: 'The step is missing or too short for the backend: set a longer one.' }),
  ],
  [
    /span_selector and trace_id_selector cannot be combined/,
    () => ({
      kind: 'bad-request',
      sentence: 'Spans and traces cannot be selected together: remove one of the two from the query.',
    }),
  ],
  [
    /invalid (?:span id|trace id|UUID)/i,
    ({ input }) => ({
      kind: 'bad-request',
      sentence: `An id in the query cannot be read (${input}): correct or remove it.`,
    }),
  ],
  [
    /exemplar type span is not implemented/,
    () => ({
      kind: 'unsupported',
      sentence: 'The backend names single spans in heatmaps only: ask for a heatmap, or for individual profiles.',
    }),
  ],
  [
    /v1 frontend|only supported with the v2/,
    ({ input }) => ({
      kind: 'unsupported',
      sentence: `The backend's storage cannot answer this for the whole time range (${input}): choose a range that begins later.`,
    }),
  ],
  [
    /context deadline exceeded/,
    () => ({
      kind: 'timeout',
      sentence: 'The backend ran out of time: choose a shorter time range or a narrower selector, or try again.',
    }),
  ],
];

/** Such as `parsing label selector "{a=": 1:4: parse error: …`, where 1:4 counts lines, and bytes of the line, from one. */
function problemOfParseError(text: string): Problem {
  const quoted = text.startsWith('parsing label selector "') ? readQuoted(text, text.indexOf('"')) : undefined;
  const selector = quoted?.ok ? quoted.value : '';
  const found = /(?:(\d+):(\d+): )?parse error: (.*)$/s.exec(quoted?.ok ? text.slice(quoted.end) : text);
  const reason = found?.[3] ?? text;
  const hasPlace = found?.[1] !== undefined && found[2] !== undefined;
  return badSelector(hasPlace ? offsetOf(selector, Number(found[1]), Number(found[2])) : undefined, reason.trim());
}

/** Offset in UTF-16 units; undefined for a place outside of the text. */
function offsetOf(text: string, line: number, column: number): number | undefined {
  const lines = text.split('\n');
  const lineText = lines[line - 1];
  if (lineText === undefined || column < 1) {
    return undefined;
  }
  const before = new TextEncoder().encode(lineText).subarray(0, column - 1);
  const lineStart = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return lineStart + new TextDecoder().decode(before).length;
}
