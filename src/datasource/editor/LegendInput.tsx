import { Input } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';
import { EditorField } from './EditorField';
import { applyLegendCompletion, legendCompletionAt } from './legendCompletion';
import { useCompletion } from './useCompletion';

interface Props {
  readonly id: string;
  readonly value: string;
  readonly loadLabelNames: () => Promise<readonly string[]>;
  /** Called when the field is left, or with Enter. */
  readonly onCommit: (legendFormat: string) => void;
}

/** Names of series, with the labels completed that are written as `{{label}}`. */
export function LegendInput({ id, value, loadLabelNames, onCommit }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const completion = useCompletion({
    field: () => input.current,
    completeAt: legendCompletionAt,
    suggest: loadLabelNames,
    apply: applyLegendCompletion,
    listLabel: () => 'Label names',
  });
  const commit = () => {
    completion.close();
    if (text !== value) {
      onCommit(text);
    }
  };
  return (
    <EditorField
      id={id}
      label="Legend"
      flex="2 1 180px"
      error={completion.failure && `Labels cannot be suggested. ${completion.failure.sentence}`}
    >
      <div style={{ position: 'relative' }}>
        <Input
          {...completion.fieldProps}
          id={id}
          ref={input}
          value={text}
          placeholder="Auto, or {{label}}"
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            completion.offerHere();
          }}
          onKeyDown={(event) => {
            if (!completion.onKeyDown(event) && event.key === 'Enter') {
              commit();
            }
          }}
          onBlur={commit}
        />
        {completion.list}
      </div>
    </EditorField>
  );
}
