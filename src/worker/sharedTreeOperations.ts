import { DecodeWorker } from './decodeWorker';
import { startDecodeWorker } from './startDecodeWorker';
import { createTreeOperations } from './treeOperations';

/** The operations of this bundle: one worker for all that use them. */
export const sharedTreeOperations = createTreeOperations(new DecodeWorker(startDecodeWorker));
