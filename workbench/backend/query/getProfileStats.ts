import { create } from '@bufbuild/protobuf';
import { GetProfileStatsResponseSchema } from '../../../src/pyroscope/gen/types/v1/types_pb';
import { messageAnswer, type Answer } from '../http/answer';
import type { Store } from '../store';

/** Times in whole milliseconds, left out while the store is empty. */
export function getProfileStats(store: Store): Answer {
  const { batches, oldest, newest } = store.stats();
  const message = create(GetProfileStatsResponseSchema, {
    dataIngested: batches > 0,
    ...(oldest === undefined ? {} : { oldestProfileTime: BigInt(Math.floor(oldest)) }),
    ...(newest === undefined ? {} : { newestProfileTime: BigInt(Math.floor(newest)) }),
  });
  return messageAnswer(GetProfileStatsResponseSchema, message);
}
