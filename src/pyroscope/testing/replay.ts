import { equals, fromBinary, fromJson, toBinary, type DescMethod, type JsonObject } from '@bufbuild/protobuf';
import { QuerierService } from '../gen/querier/v1/querier_pb';
import { binaryFlameGraph, type FlameGraphJson } from './binaryForm';
import { recordedBody, recordedResponse, type RecordedCase } from './recordings';

/** The method of our part of the API that a case called, if it is one. */
export function recordedMethod({ request }: RecordedCase): DescMethod | undefined {
  return QuerierService.methods.find((method) => request.path === `/${QuerierService.typeName}/${method.name}`);
}

/** What a case asked, as JSON, whichever way it was sent. */
export function recordedQuestion({ request }: RecordedCase): JsonObject {
  return (request.body ?? request.bodyMeans ?? {}) as JsonObject;
}

/** What a case was answered, as JSON. Only for cases that were recorded as JSON. */
export function recordedJson(recorded: RecordedCase): JsonObject {
  return JSON.parse(new TextDecoder().decode(recordedBody(recorded))) as JsonObject;
}

export interface ReplayOptions {
  readonly overrides?: JsonObject;
  readonly omit?: string;
}

/**
 * A backend that has recorded one answer and gives it to the same question only; to any other it gives none. A case
 * recorded in JSON is answered in binary. `overrides` are fields in which our question differs on purpose, `omit` one
 * that is left out of the answer.
 */
export function replay(recorded: RecordedCase, { overrides = {}, omit = '' }: ReplayOptions = {}): typeof fetch {
  return async (input, init) => {
    const method = recordedMethod(recorded);
    const url = input instanceof Request ? input.url : String(input);
    if (method === undefined || url !== `/backend${recorded.request.path}` || init?.method !== 'POST') {
      throw new Error(`${url} was asked, but ${recorded.request.path} was recorded.`);
    }
    const asked = fromBinary(method.input, init.body as Uint8Array);
    const expected = fromJson(
      method.input,
      { ...recordedQuestion(recorded), ...overrides },
      { ignoreUnknownFields: true }
    );
    if (!equals(method.input, asked, expected)) {
      throw new Error(
        `${JSON.stringify(asked, plain)} was asked, but ${JSON.stringify(expected, plain)} was recorded.`
      );
    }
    const isJsonAnswer = recorded.response.status === 200 && /\.json(\.gz)?$/.test(recorded.response.bodyFile ?? '');
    return isJsonAnswer
      ? protoResponse(binaryAnswer(method, { ...recordedJson(recorded), [omit]: null }))
      : recordedResponse(recorded);
  };
}

/** An answer with this binary message. */
export function protoResponse(bytes: Uint8Array): Response {
  return new Response(bytes.slice().buffer, { headers: { 'Content-Type': 'application/proto' } });
}

function binaryAnswer(method: DescMethod, { flamegraph, ...rest }: JsonObject): Uint8Array {
  const json: JsonObject = { ...rest };
  if (flamegraph !== undefined && flamegraph !== null) {
    json.flamegraph = Buffer.from(binaryFlameGraph(flamegraph as FlameGraphJson)).toString('base64');
  }
  return toBinary(method.output, fromJson(method.output, json, { ignoreUnknownFields: true }));
}

function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
