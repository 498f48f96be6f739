import type { Capabilities } from '../../pyroscope/capabilities';
import type { FullPyroscopeClient } from '../../pyroscope/client';
import type { Combine } from '../../worker/combineJob';
import type { EndedSteps } from './endedSteps';
import type { UploadIntervalFinder } from './uploadIntervals';

/** Whom every answer asks. */
export interface Asked {
  readonly client: FullPyroscopeClient;
  readonly finder: UploadIntervalFinder;
  /** Absent: every step of functions over time is asked anew. */
  readonly endedSteps?: EndedSteps;
  /** Absent: nothing is known of what the backend can do, and it is asked all the same. */
  readonly capabilities?: Capabilities;
  /** Absent: trees are put together where they are. */
  readonly combine?: Combine;
}
