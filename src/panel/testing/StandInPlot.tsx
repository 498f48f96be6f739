import type { PlotProps } from '../../timeline/view/plotProps';
import { at } from './shownPanel';

/** Takes the place of a plot: says what lies on it, opens what is clicked, and selects two minutes. */
export function StandInPlot({ kind, ...props }: PlotProps & { readonly kind: string }) {
  return (
    <div aria-label={kind}>
      {props.annotations?.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      {props.exemplars?.map((exemplar) => (
        <button key={exemplar.time} onClick={() => props.onExemplar?.(exemplar)} disabled={!props.onExemplar}>
          {`${kind}: ${exemplar.value}`}
        </button>
      ))}
      <button onClick={() => props.onSelect?.({ from: at(2), to: at(4) })}>drag</button>
    </div>
  );
}
