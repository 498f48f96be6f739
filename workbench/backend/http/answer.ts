import { toBinary, toJson, type DescMessage, type JsonValue, type MessageShape } from '@bufbuild/protobuf';

/** An answer that has not decided yet whether it is written as JSON or as binary protobuf. */
export interface Answer {
  json(): JsonValue;
  binary(): Uint8Array;
}

export function messageAnswer<D extends DescMessage>(schema: D, message: MessageShape<D>): Answer {
  return {
    json: () => toJson(schema, message),
    binary: () => toBinary(schema, message),
  };
}
