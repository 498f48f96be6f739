import type { CallTree } from '../profile/callTree';
import { decodeFlameGraph, decodeFlameGraphDiff } from '../profile/decodeFlameGraph';
import { decodeTree, type DecodeOptions } from '../profile/decodeTree';

/**
 * What turns the bytes of an answer into a call tree: here and now, or elsewhere while the page goes on. All reject with
 * an error that carries a `malformed-answer` problem if the bytes are damaged, and with the signal's reason once it is
 * aborted. The bytes are left as they are.
 */
export interface ProfileDecoders {
  /** Pyroscope's compact tree format. */
  tree(bytes: Uint8Array, options: DecodeOptions, signal: AbortSignal): Promise<CallTree>;
  /** `querier.v1.FlameGraph` */
  flameGraph(bytes: Uint8Array, options: DecodeOptions, signal: AbortSignal): Promise<CallTree>;
  /** `querier.v1.FlameGraphDiff` */
  flameGraphDiff(bytes: Uint8Array, options: DecodeOptions, signal: AbortSignal): Promise<CallTree>;
}

/** Decodes at once, where it is called. */
export const decodersInPlace: ProfileDecoders = {
  async tree(bytes, options, signal) {
    signal.throwIfAborted();
    return decodeTree(bytes, options);
  },
  async flameGraph(bytes, options, signal) {
    signal.throwIfAborted();
    return decodeFlameGraph(bytes, options);
  },
  async flameGraphDiff(bytes, options, signal) {
    signal.throwIfAborted();
    return decodeFlameGraphDiff(bytes, options);
  },
};
