import { Button } from '@grafana/ui';
import type { Problem } from '../base/problem';
import { Notice } from './Notice';

interface RangeFailureProps {
  readonly problem: Problem;
  /** What the flame graph below is still that of. */
  readonly stillShown: string;
  readonly onTryAgain: () => void;
  readonly onClear: () => void;
}

/** Why there is no flame graph of the selected range, and the ways on from there. */
export function RangeFailure({ problem, stillShown, onTryAgain, onClear }: RangeFailureProps) {
  return (
    <Notice
      severity="error"
      actions={
        <>
          <Button size="sm" fill="text" onClick={onTryAgain}>
            Try again
          </Button>
          <Button size="sm" fill="text" onClick={onClear}>
            Show the whole range
          </Button>
        </>
      }
    >
      {problem.sentence} The flame graph is still that of {stillShown}.
    </Notice>
  );
}
