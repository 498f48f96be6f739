import { Input } from '@grafana/ui';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { problemOf, type Problem } from '../../base/problem';
import { parseLabelSelector } from '../../pyroscope/labelSelector';
import { applyCompletion, completionAt, finishedSelector, type Completion } from './completionAt';
import { EditorField } from './EditorField';
import { SelectorProblem } from './SelectorProblem';
import { optionId, SuggestionList } from './SuggestionList';

interface Props {
  readonly id: string;
  readonly value: string;
  /** All that could stand there; what fits what was typed is chosen here. Rejects with a ProblemError. */
  readonly suggest: (completion: Completion) => Promise<readonly string[]>;
  /** Called with a finished selector when the field is left, or with Enter to run it in any case. */
  readonly onCommit: (labelSelector: string, run: boolean) => void;
}

/** In this selector, the one place to go on writing is between the braces. */
const NOTHING = '{}';

interface Offer {
  readonly completion: Completion;
  readonly options: readonly string[];
  /** Position in `options`; -1 while nothing is chosen, so that Enter keeps what was typed. */
  readonly active: number;
}

/** A label selector as text, with suggestions for names, operators and values, and its errors marked. */
export function LabelSelectorInput({ id, value, suggest, onCommit }: Props) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef(0);
  const [text, setText] = useState(value);
  const [isEditing, setIsEditing] = useState(false);
  const [offer, setOffer] = useState<Offer>();
  const [failure, setFailure] = useState<Problem>();
  useEffect(() => setText(value), [value]);

  const close = () => {
    asked.current++;
    setOffer(undefined);
  };
  // In a moment, because the browser puts the cursor elsewhere after React has set the value, or after the click.
  const placeCursor = (at: number) => requestAnimationFrame(() => input.current?.setSelectionRange(at, at));
  const offerAt = async (current: string, cursor: number, active = -1) => {
    const turn = ++asked.current;
    const completion = completionAt(current, cursor);
    if (completion === undefined) {
      setOffer(undefined);
      return;
    }
    try {
      const options = matching(await suggest(completion), completion.typed);
      if (turn === asked.current) {
        setFailure(undefined);
        setOffer(options.length === 0 ? undefined : { completion, options, active });
      }
    } catch (error) {
      if (turn === asked.current) {
        setFailure(problemOf(error));
        setOffer(undefined);
      }
    }
  };
  const offerHere = (active?: number) => {
    if (text === NOTHING) {
      placeCursor(1);
    }
    const cursor = text === NOTHING ? 1 : (input.current?.selectionStart ?? text.length);
    void offerAt(text, cursor, active);
  };
  const accept = (option: string, { completion }: Offer) => {
    const next = applyCompletion(text, completion, option);
    setText(next.text);
    setIsEditing(true);
    placeCursor(next.cursor);
    void offerAt(next.text, next.cursor);
  };
  const commit = (run: boolean) => {
    const finished = finishedSelector(text);
    setText(finished);
    setIsEditing(false);
    close();
    onCommit(finished, run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.shiftKey || offer === undefined || offer.active < 0)) {
      event.preventDefault();
      commit(true);
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (offer === undefined) {
        offerHere(0);
      } else {
        setOffer({ ...offer, active: moved(offer, step) });
      }
    } else if ((event.key === 'Enter' || event.key === 'Tab') && offer !== undefined && offer.active >= 0) {
      event.preventDefault();
      accept(offer.options[offer.active], offer);
    } else if (event.key === 'Escape' && offer !== undefined) {
      event.stopPropagation();
      close();
    }
  };

  const problem = isEditing ? undefined : problemIn(text);
  return (
    <EditorField
      id={id}
      label="Labels"
      flex="3 1 280px"
      error={
        problem !== undefined ? (
          <SelectorProblem text={finishedSelector(text)} problem={problem} />
        ) : failure !== undefined ? (
          `Labels cannot be suggested. ${failure.sentence}`
        ) : undefined
      }
    >
      <div style={{ position: 'relative' }}>
        <Input
          id={id}
          ref={input}
          value={text}
          invalid={problem !== undefined}
          placeholder='{service_name="checkout"}'
          spellCheck={false}
          autoComplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={offer !== undefined}
          aria-controls={listId}
          aria-activedescendant={offer === undefined || offer.active < 0 ? undefined : optionId(listId, offer.active)}
          onClick={() => offerHere()}
          onKeyUp={({ key }) => {
            if (/^(ArrowLeft|ArrowRight|Home|End)$/.test(key)) {
              offerHere();
            }
          }}
          onChange={({ currentTarget }) => {
            setIsEditing(true);
            setText(currentTarget.value);
            void offerAt(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => commit(false)}
        />
        {offer === undefined ? null : (
          <SuggestionList
            id={listId}
            label={
              offer.completion.kind === 'value'
                ? `Values of ${offer.completion.name}`
                : `Label ${offer.completion.kind}s`
            }
            options={offer.options}
            active={offer.active}
            onChoose={(option) => accept(option, offer)}
          />
        )}
      </div>
    </EditorField>
  );
}

/** Those that contain what was typed, those that begin with it first. */
function matching(options: readonly string[], typed: string): string[] {
  const wanted = typed.toLowerCase();
  const found = options.filter((option) => option.toLowerCase().includes(wanted));
  const begins = (option: string) => option.toLowerCase().startsWith(wanted);
  return [...found.filter(begins), ...found.filter((option) => !begins(option))];
}

/** Around the end and back to the other one. */
function moved({ active, options }: Offer, step: 1 | -1): number {
  return active < 0 && step < 0 ? options.length - 1 : (active + step + options.length) % options.length;
}

/** Before its variables are replaced, only a selector without any can be judged. */
function problemIn(text: string): Problem | undefined {
  const parsed = parseLabelSelector(finishedSelector(text));
  return parsed.ok || /\$|\[\[/.test(text) ? undefined : parsed.problem;
}
