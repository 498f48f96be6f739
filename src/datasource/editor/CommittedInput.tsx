import { Input } from '@grafana/ui';
import { useEffect, useState } from 'react';

interface Props {
  readonly id: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Called when the field is left changed, or with Enter. */
  readonly onCommit: (value: string) => void;
}

/** A text field that tells its value when it is finished, not at every keystroke, each of which would be a query. */
export function CommittedInput({ id, value, placeholder, onCommit }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    if (text.trim() !== value) {
      onCommit(text.trim());
    }
  };
  return (
    <Input
      id={id}
      value={text}
      placeholder={placeholder}
      spellCheck={false}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === 'Enter') {
          commit();
        }
      }}
    />
  );
}
