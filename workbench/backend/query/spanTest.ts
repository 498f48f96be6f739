import type { PprofProfile } from '../../../src/profile/pprof/pprofProfile';
import { ConnectError, invalidArgument } from '../http/connectError';
import { identifierOf, SPAN_ID, TRACE_ID } from '../ingest/sampleLabels';

/** Whether a sample of a pprof belongs to what was asked for. */
export type SampleTest = (pprof: PprofProfile, sample: number) => boolean;

export interface SpanSelectors {
  /** 16 hexadecimal digits each. */
  readonly spanSelector?: readonly string[];
  /** 32 hexadecimal digits each. */
  readonly traceIdSelector?: readonly string[];
}

/**
 * The test for samples of spans or traces; undefined where none are asked for, which is all samples.
 *
 * @throws ConnectError in Pyroscope's words for both together, and for ids that are none
 */
export function spanTest({ spanSelector = [], traceIdSelector = [] }: SpanSelectors): SampleTest | undefined {
  if (spanSelector.length > 0 && traceIdSelector.length > 0) {
    throw invalidArgument('span_selector and trace_id_selector cannot be combined');
  }
  if (spanSelector.length > 0) {
    return identifierTest(SPAN_ID, readIdentifiers('span', 16, spanSelector));
  }
  return traceIdSelector.length > 0
    ? identifierTest(TRACE_ID, readIdentifiers('trace', 32, traceIdSelector))
    : undefined;
}

function identifierTest(label: string, identifiers: ReadonlySet<string>): SampleTest {
  return (pprof, sample) => identifiers.has((identifierOf(pprof, sample, label) ?? '').toLowerCase());
}

function readIdentifiers(what: string, digits: number, texts: readonly string[]): ReadonlySet<string> {
  for (const text of texts) {
    if (text.length !== digits) {
      throw failedInside(`invalid ${what} id length: ${JSON.stringify(text)}`);
    }
    const bad = /[^0-9a-fA-F]/.exec(text)?.[0];
    if (bad !== undefined) {
      throw failedInside(`encoding/hex: invalid byte: U+${hex4(bad)} '${bad}'`);
    }
  }
  return new Set(texts.map((text) => text.toLowerCase()));
}

/** Pyroscope finds these only in its inner parts, and so tells them as a fault of its own. */
function failedInside(message: string): ConnectError {
  return new ConnectError('unknown', `rpc error: code = Unknown desc = ${message}`);
}

function hex4(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
