import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One case of tests/fixtures/pyroscope/cases.json; its README says what these are. */
export interface RecordedCase {
  readonly name: string;
  readonly server: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly bodyBase64?: string;
    readonly bodyMeans?: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly bodyFile?: string | null;
  };
}

const folder = path.resolve('tests/fixtures/pyroscope');

export const recordedCases = (
  JSON.parse(readFileSync(path.join(folder, 'cases.json'), 'utf8')) as { cases: RecordedCase[] }
).cases;

export function recordedCase(name: string): RecordedCase {
  const found = recordedCases.find((each) => each.name === name);
  if (found === undefined) {
    throw new Error(`No case named ${name} was recorded.`);
  }
  return found;
}

/** The body of the answer as the server sent it. */
export function recordedBody({ response: { bodyFile } }: RecordedCase): Uint8Array {
  if (bodyFile === undefined || bodyFile === null) {
    return new Uint8Array();
  }
  const bytes = readFileSync(path.join(folder, bodyFile));
  return new Uint8Array(bodyFile.endsWith('.gz') && !bodyFile.endsWith('.wire.gz') ? gunzipSync(bytes) : bytes);
}

/** The answer as recorded: status, headers that still hold, and body. */
export function recordedResponse(recorded: RecordedCase): Response {
  const contentType = recorded.response.headers['content-type'];
  return new Response(recordedBody(recorded).slice().buffer, {
    status: recorded.response.status,
    headers: contentType === undefined ? {} : { 'Content-Type': contentType },
  });
}
