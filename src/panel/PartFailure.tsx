import { Button } from '@grafana/ui';
import type { Problem } from '../base/problem';
import { Notice } from './Notice';

interface PartFailureProps {
  readonly problem: Problem;
  /** What the flame graph below is still that of; undefined where there is none. */
  readonly stillShown: string | undefined;
  /** The way back: "Show the whole range". */
  readonly clearLabel: string;
  readonly onTryAgain: () => void;
  readonly onClear: () => void;
}

/** Why there is no flame graph of what was selected, and the ways on from there. */
export function PartFailure({ problem, stillShown, clearLabel, onTryAgain, onClear }: PartFailureProps) {
  return (
    <Notice
      severity="error"
      actions={
        <>
          <Button size="sm" fill="text" onClick={onTryAgain}>
            Try again
          </Button>
          <Button size="sm" fill="text" onClick={onClear}>
            {clearLabel}
          </Button>
        </>
      }
    >
      {problem.sentence} {stillShown !== undefined && `The flame graph is still that of ${stillShown}.`}
    </Notice>
  );
}
