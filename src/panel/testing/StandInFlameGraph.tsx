import type { FlameGraphProps } from '../../flamegraph/view/FlameGraph';
import { callTreeToText } from '../../profile/textProfile';

/** Takes the place of the flame graph: says which tree it was given, and lets its state be changed. */
export function StandInFlameGraph(props: FlameGraphProps) {
  const { tree, format, notice, wholeName, state, onStateChange, height } = props;
  return (
    <div data-testid="flame graph" data-height={height}>
      <pre>{callTreeToText(tree)}</pre>
      <p>{format(tree.total[0])}</p>
      <p>{notice}</p>
      <p>{wholeName}</p>
      <p>focus on {state?.focus?.join(' > ') ?? 'all'}</p>
      <button onClick={() => onStateChange?.({ focus: ['main', 'parse'] })}>focus</button>
    </div>
  );
}
