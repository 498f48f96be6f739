import { startDecodeWorker } from './startDecodeWorker';
import { createWorkerDecoders } from './workerDecoders';

/** The decoders of this bundle: one worker for all that use them. */
export const sharedDecoders = createWorkerDecoders(startDecodeWorker);
