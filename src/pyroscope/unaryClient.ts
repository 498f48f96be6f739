import {
  fromBinary,
  type DescMessage,
  type DescMethodUnary,
  type DescService,
  type MessageInitShape,
  type MessageShape,
} from '@bufbuild/protobuf';
import { ProblemError } from '../base/problem';
import { callForBytes, malformed, type Address } from './transport';

/** The unary methods of a service as functions. */
export type UnaryClient<S extends DescService> = {
  readonly [Name in keyof S['method']]: S['method'][Name] extends DescMethodUnary<infer I, infer O>
    ? (request: MessageInitShape<I>, options: { readonly signal: AbortSignal }) => Promise<MessageShape<O>>
    : never;
};

/**
 * Unary calls of the Connect protocol in binary messages (https://connectrpc.com/docs/protocol/#unary-request). Written
 * out because that is a POST of one message, while the protocol's library brings JSON, streams and interceptors along,
 * a fifth of what a dashboard loads at first. To be awaited within `settle`.
 */
export function createUnaryClient<S extends DescService>(service: S, address: Address): UnaryClient<S> {
  const call =
    (method: DescMethodUnary) =>
    async (request: MessageInitShape<DescMessage>, { signal }: { readonly signal: AbortSignal }) =>
      messageOf(method.output, await callForBytes(address, method, request, signal));
  const methods = service.methods.filter((method) => method.methodKind === 'unary');
  return Object.fromEntries(
    methods.map((method) => [method.localName, call(method as DescMethodUnary)])
  ) as UnaryClient<S>;
}

function messageOf(type: DescMessage, bytes: Uint8Array) {
  try {
    return fromBinary(type, bytes);
  } catch (cause) {
    throw new ProblemError(malformed(String(cause)), { cause });
  }
}
