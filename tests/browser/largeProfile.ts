import { create, toBinary } from '@bufbuild/protobuf';
import type { Page } from '@playwright/test';
import { encodeTree } from '../../bench/generate/encodeTree';
import { generateTree } from '../../bench/generate/generateTree';
import { SelectMergeStacktracesResponseSchema } from '../../src/pyroscope/gen/querier/v1/querier_pb';
import { SMALLEST_JOB_BYTES } from '../../src/worker/smallestJob';

/** Answers every question for a profile with one that is too large to be decoded where the page is drawn. */
export async function answerWithLargeProfile(page: Page): Promise<void> {
  const tree = encodeTree(generateTree({ nodes: 50_000, depth: 60, seed: 1 }));
  if (tree.length < SMALLEST_JOB_BYTES) {
    throw new Error('The profile is not large.');
  }
  const message = create(SelectMergeStacktracesResponseSchema, { tree });
  const body = Buffer.from(toBinary(SelectMergeStacktracesResponseSchema, message));
  await page.route('**/SelectMergeStacktraces', (route) => route.fulfill({ contentType: 'application/proto', body }));
}
