import type { CallTree } from '../../profile/callTree';
import type { DetailQuestions } from './detailQuestions';

export type { DetailQuestions } from './detailQuestions';

export interface FunctionDetailsProps {
  readonly tree: CallTree;
  /** In full, as the profile has it. */
  readonly functionName: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
  readonly questions: DetailQuestions;
  readonly onChoose: (functionName: string) => void;
  readonly onClose: () => void;
}

/** All that is known of one function. */
export function FunctionDetails({ functionName, width, height }: FunctionDetailsProps) {
  return (
    <section aria-label="Function details" style={{ width, height }}>
      {functionName}
    </section>
  );
}
