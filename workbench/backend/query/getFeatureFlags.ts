import { create } from '@bufbuild/protobuf';
import { GetFeatureFlagsResponseSchema } from '../../../src/pyroscope/gen/capabilities/v1/feature_flags_pb';
import { messageAnswer, type Answer } from '../http/answer';

/** The store answers what Pyroscope's newer storage answers, and takes any label name. */
export function getFeatureFlags(): Answer {
  const featureFlags = ['utf8LabelNames', 'v2StorageLayer'].map((name) => ({ name, enabled: true }));
  return messageAnswer(GetFeatureFlagsResponseSchema, create(GetFeatureFlagsResponseSchema, { featureFlags }));
}
