/* Imported before the panel: its flame graph is then a stand-in, and what the viewer may ask besides is left to tests of its own. */
import type * as StandInModule from './StandInFlameGraph';

jest.mock('../../flamegraph/view/FlameGraph', () => ({
  FlameGraph: jest.requireActual<typeof StandInModule>('./StandInFlameGraph').StandInFlameGraph,
}));
jest.mock('../useProfileSource', () => ({ useProfileSource: () => undefined }));
