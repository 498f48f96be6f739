import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { problemOf, type Problem } from '../../base/problem';
import { replaceText, type TextField } from './replaceText';
import { optionId, SuggestionList } from './SuggestionList';

/** The part of a text that a suggestion takes the place of, and what of the suggestion was typed already. */
export interface CompletionSpan {
  readonly from: number;
  readonly to: number;
  readonly typed: string;
}

interface Completing<C extends CompletionSpan> {
  readonly field: () => TextField | null;
  /** What can be completed at offset `cursor`; undefined where nothing can. */
  readonly completeAt: (text: string, cursor: number) => C | undefined;
  /** All that could stand there; what fits what was typed is chosen here. Rejects with a ProblemError. */
  readonly suggest: (completion: C) => Promise<readonly string[]>;
  /** The text with the suggestion in the completion's place, and where the cursor belongs then. */
  readonly apply: (text: string, completion: C, option: string) => { readonly text: string; readonly cursor: number };
  /** Names the list for screen readers. */
  readonly listLabel: (completion: C) => string;
  /** What an option means in other words, which are searched, too. */
  readonly describe?: (option: string, completion: C) => string | undefined;
}

interface Offer<C> {
  readonly completion: C;
  readonly options: readonly string[];
  /** Position in `options`; -1 while nothing is chosen, so that Enter keeps what was typed. */
  readonly active: number;
}

export interface CompletionOfField {
  /** Why nothing can be suggested. */
  readonly failure: Problem | undefined;
  /** Opens the list for what is at the cursor. */
  readonly offerHere: () => void;
  readonly close: () => void;
  /** True where the key was for the list. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
  readonly fieldProps: {
    readonly role: 'combobox';
    readonly autoComplete: 'off';
    readonly spellCheck: false;
    readonly 'aria-autocomplete': 'list';
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string;
    readonly 'aria-activedescendant': string | undefined;
  };
  /** The open list; stands after the field, in a box with `position: relative`. */
  readonly list: ReactNode;
}

/** Suggestions while somebody types into a text field, which keeps the focus and its own undo. */
export function useCompletion<C extends CompletionSpan>(completing: Completing<C>): CompletionOfField {
  const { field, completeAt, suggest, apply, listLabel, describe } = completing;
  const listId = useId();
  const asked = useRef(0);
  const [offer, setOffer] = useState<Offer<C>>();
  const [failure, setFailure] = useState<Problem>();

  const close = () => {
    asked.current++;
    setOffer(undefined);
  };
  const offerHere = async (active = -1) => {
    const turn = ++asked.current;
    const { value = '', selectionStart = null } = field() ?? {};
    const completion = completeAt(value, selectionStart ?? value.length);
    if (completion === undefined) {
      setOffer(undefined);
      return;
    }
    try {
      const all = await suggest(completion);
      const options = matching(all, completion.typed, (option) => describe?.(option, completion));
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
  const accept = (option: string, { completion }: Offer<C>) => {
    const target = field();
    if (target === null) {
      return;
    }
    const { from, to } = completion;
    const next = apply(target.value, completion, option);
    const inserted = next.text.slice(from, next.text.length - (target.value.length - to));
    replaceText(target, from, to, inserted, next.cursor);
    void offerHere();
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const isChosen = offer !== undefined && offer.active >= 0;
    if (step !== 0 && !event.shiftKey && !event.altKey) {
      if (offer === undefined) {
        void offerHere(0);
      } else {
        setOffer({ ...offer, active: moved(offer, step) });
      }
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && isChosen) {
      accept(offer.options[offer.active], offer);
    } else if (event.key === 'Escape' && offer !== undefined) {
      // A dialog around the editor would take it for its own.
      event.stopPropagation();
      close();
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  };

  return {
    failure,
    offerHere: () => void offerHere(),
    close,
    onKeyDown,
    fieldProps: {
      role: 'combobox',
      autoComplete: 'off',
      spellCheck: false,
      'aria-autocomplete': 'list',
      'aria-expanded': offer !== undefined,
      'aria-controls': listId,
      'aria-activedescendant': offer === undefined || offer.active < 0 ? undefined : optionId(listId, offer.active),
    },
    list:
      offer === undefined ? null : (
        <SuggestionList
          id={listId}
          label={listLabel(offer.completion)}
          options={offer.options}
          describe={(option) => describe?.(option, offer.completion)}
          active={offer.active}
          onChoose={(option) => accept(option, offer)}
        />
      ),
  };
}

/** Those that contain what was typed, those that begin with it first. What is there already is not offered again. */
function matching(
  options: readonly string[],
  typed: string,
  describe: (option: string) => string | undefined
): readonly string[] {
  if (typed === '') {
    return options;
  }
  const wanted = typed.toLowerCase();
  const begins: string[] = [];
  const contains: string[] = [];
  for (const option of options) {
    if (option.toLowerCase().startsWith(wanted)) {
      begins.push(option);
    } else if (`${option}\n${describe(option) ?? ''}`.toLowerCase().includes(wanted)) {
      contains.push(option);
    }
  }
  const found = [...begins, ...contains];
  return found.length === 1 && found[0] === typed ? [] : found;
}

/** Around the end and back to the other one. */
function moved({ active, options }: Offer<unknown>, step: 1 | -1): number {
  return active < 0 && step < 0 ? options.length - 1 : (active + step + options.length) % options.length;
}
