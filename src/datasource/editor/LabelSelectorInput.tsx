import { Input } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../base/problem';
import { parseLabelSelector } from '../../pyroscope/labelSelector';
import { applyCompletion, completionAt, finishedSelector, type Completion } from './completionAt';
import { EditorField } from './EditorField';
import { SelectorProblem } from './SelectorProblem';
import { useCompletion } from './useCompletion';
import { mayHoldVariable } from './variableText';

interface Props {
  readonly id: string;
  readonly label?: string;
  readonly placeholder?: string;
  /** Whether no text stays no text, rather than becoming the selector of everything. */
  readonly isOptional?: boolean;
  readonly value: string;
  /** All that could stand there; what fits what was typed is chosen here. Rejects with a ProblemError. */
  readonly suggest: (completion: Completion) => Promise<readonly string[]>;
  /** Called with a finished selector when the field is left, or with Enter to run it in any case. */
  readonly onCommit: (labelSelector: string, run: boolean) => void;
}

/** In this selector, the one place to go on writing is between the braces. */
const NOTHING = '{}';

/** A label selector as text, with suggestions for names, operators and values, and its errors marked. */
export function LabelSelectorInput({
  id,
  label = 'Labels',
  placeholder = '{service_name="checkout"}',
  isOptional = false,
  value,
  suggest,
  onCommit,
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [isEditing, setIsEditing] = useState(false);
  useEffect(() => setText(value), [value]);
  const completion = useCompletion<Completion>({
    field: () => input.current,
    completeAt: completionAt,
    suggest,
    apply: applyCompletion,
    listLabel: ({ kind, name }) => (kind === 'value' ? `Values of ${name}` : `Label ${kind}s`),
  });

  const offerHere = () => {
    if (text === NOTHING) {
      input.current?.setSelectionRange(1, 1);
    }
    completion.offerHere();
  };
  const commit = (run: boolean) => {
    const finished = isOptional && text.trim() === '' ? '' : finishedSelector(text);
    setText(finished);
    setIsEditing(false);
    completion.close();
    onCommit(finished, run);
  };

  const problem = isEditing ? undefined : problemIn(text);
  return (
    <EditorField
      id={id}
      label={label}
      flex="3 1 280px"
      error={
        problem !== undefined ? (
          <SelectorProblem text={finishedSelector(text)} problem={problem} />
        ) : completion.failure !== undefined ? (
          `Labels cannot be suggested. ${completion.failure.sentence}`
        ) : undefined
      }
    >
      <div style={{ position: 'relative' }}>
        <Input
          {...completion.fieldProps}
          id={id}
          ref={input}
          value={text}
          invalid={problem !== undefined}
          placeholder={placeholder}
          onClick={offerHere}
          onKeyUp={({ key }) => {
            if (/^(ArrowLeft|ArrowRight|Home|End)$/.test(key)) {
              offerHere();
            }
          }}
          onChange={({ currentTarget }) => {
            setIsEditing(true);
            setText(currentTarget.value);
            completion.offerHere();
          }}
          onKeyDown={(event) => {
            if (!completion.onKeyDown(event) && event.key === 'Enter') {
              event.preventDefault();
              commit(true);
            }
          }}
          onBlur={() => commit(false)}
        />
        {completion.list}
      </div>
    </EditorField>
  );
}

/** Before its variables are replaced, only a selector without any can be judged. */
function problemIn(text: string): Problem | undefined {
  const parsed = parseLabelSelector(finishedSelector(text));
  return parsed.ok || mayHoldVariable(text) ? undefined : parsed.problem;
}
