import type { Problem, ProblemKind } from '../base/problem';
import { problemOfText } from './backendTexts';

/** An answer that is an error, or that is no answer of this API at all. */
export interface FailedAnswer {
  readonly status: number;
  /** As in the header; '' without one. */
  readonly contentType: string;
  readonly body: string;
  /** The API method that was called, such as SelectSeries. */
  readonly method: string;
}

/**
 * What a failed answer means for people. First goes what the backend says in words, then its error code, then the HTTP
 * status: Pyroscope sends JSON with a code and a message (https://connectrpc.com/docs/protocol#error-end-stream), and
 * proxies on the way send text, pages or nothing.
 */
export function problemOfAnswer(answer: FailedAnswer): Problem {
  const said = whatWasSaid(answer);
  return {
    ...(problemOfText(said.text) ?? problemOfCode(said) ?? problemOfStatus(answer, said.text)),
    status: answer.status,
    ...(said.detail === '' ? {} : { detail: said.detail }),
  };
}

interface Said {
  /** For the sentence: what stood in the body, without wrapping. '' for nothing or a web page. */
  readonly text: string;
  /** For the inspector. */
  readonly detail: string;
  /** Code of the Connect protocol, such as invalid_argument. */
  readonly code?: string;
}

/** A proxy's error page may be of any length. */
const LONGEST_DETAIL = 4000;
const LONGEST_TEXT = 400;

/** An error of gRPC that was passed on as text, as Pyroscope does between its parts. */
const wrappedByGrpc = /^rpc error: code = (\w+) desc = (.*)$/s;

function whatWasSaid({ body, contentType }: FailedAnswer): Said {
  const json = jsonObject(body);
  if (typeof json?.message !== 'string') {
    const detail = body.trim().slice(0, LONGEST_DETAIL);
    const isPage = /html/i.test(contentType) || detail.startsWith('<');
    const code = typeof json?.code === 'string' ? json.code : undefined;
    return { text: isPage || json !== undefined ? '' : detail.slice(0, LONGEST_TEXT), detail, code };
  }
  const detail = json.message.trim().slice(0, LONGEST_DETAIL);
  const [, grpcCode, grpcText] = wrappedByGrpc.exec(detail) ?? [];
  const code = grpcCode === undefined ? json.code : connectCode(grpcCode);
  return {
    text: (grpcText ?? detail).slice(0, LONGEST_TEXT),
    detail,
    ...(typeof code === 'string' ? { code } : {}),
  };
}

function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** gRPC writes InvalidArgument where Connect writes invalid_argument. */
function connectCode(grpcCode: string): string {
  return grpcCode.replace(/\B[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}

/** Kinds whose sentence needs no more than the backend's own words. */
type PlainKind = Extract<
  ProblemKind,
  'unauthorised' | 'timeout' | 'rate-limited' | 'unsupported' | 'bad-request' | 'backend-failed'
>;

/** https://connectrpc.com/docs/protocol#error-codes */
const kindsOfCodes: ReadonlyMap<string, PlainKind> = new Map<string, PlainKind>([
  ['canceled', 'timeout'],
  ['unknown', 'backend-failed'],
  ['invalid_argument', 'bad-request'],
  ['deadline_exceeded', 'timeout'],
  ['not_found', 'bad-request'],
  ['already_exists', 'bad-request'],
  ['permission_denied', 'unauthorised'],
  ['resource_exhausted', 'rate-limited'],
  ['failed_precondition', 'bad-request'],
  ['aborted', 'backend-failed'],
  ['out_of_range', 'bad-request'],
  ['unimplemented', 'unsupported'],
  ['internal', 'backend-failed'],
  ['unavailable', 'backend-failed'],
  ['data_loss', 'backend-failed'],
  ['unauthenticated', 'unauthorised'],
]);

function problemOfCode({ code, text }: Said): Problem | undefined {
  const kind = code === undefined ? undefined : kindsOfCodes.get(code);
  return kind === undefined ? undefined : { kind, sentence: plainSentence(kind, text || String(code)) };
}

function problemOfStatus({ status, contentType, method }: FailedAnswer, text: string): Problem {
  if (status >= 200 && status < 300) {
    const what = /html/i.test(contentType) ? 'a web page' : `content of type ${contentType || 'unknown'}`;
    return {
      kind: 'malformed-answer',
      sentence: `Something other than a profiling backend answered, with ${what}: check the URL in the data source's settings, and proxies before the backend.`,
    };
  }
  if (status === 404 || status === 405 || status === 415) {
    return {
      kind: 'unsupported',
      sentence: `Nothing at the data source's URL answers ${method} (HTTP ${status}): check the URL in its settings, or update the backend.`,
    };
  }
  if (status === 502) {
    return {
      kind: 'unreachable',
      sentence: "The backend cannot be reached: check that it is running, and the URL in the data source's settings.",
    };
  }
  const kind = kindOfStatus(status);
  return { kind, sentence: plainSentence(kind, text === '' ? `HTTP ${status}` : text) };
}

function kindOfStatus(status: number): PlainKind {
  switch (status) {
    case 401:
    case 403:
    case 407:
      return 'unauthorised';
    case 408:
    case 499:
    case 504:
      return 'timeout';
    case 429:
      return 'rate-limited';
    case 501:
      return 'unsupported';
    default:
      return status >= 400 && status < 500 ? 'bad-request' : 'backend-failed';
  }
}

function plainSentence(kind: PlainKind, said: string): string {
  switch (kind) {
    case 'unauthorised':
      return `Access to the backend was refused (${said}): check the authentication in the data source's settings.`;
    case 'timeout':
      return `The backend did not answer in time (${said}): choose a shorter time range or a narrower selector, or try again.`;
    case 'rate-limited':
      return `The backend is asked too much at once (${said}): wait a moment and try again, or refresh less often.`;
    case 'unsupported':
      return `The backend does not support this (${said}): update it, or leave the option out.`;
    case 'bad-request':
      return `The backend refused the request (${said}): change the query and try again.`;
    case 'backend-failed':
      return `The backend failed (${said}): try again, and look into its log if that goes on.`;
  }
}
