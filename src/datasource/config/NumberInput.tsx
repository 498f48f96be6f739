import { Input } from '@grafana/ui';
import { useEffect, useState } from 'react';

interface Props {
  readonly id: string;
  readonly value: number | undefined;
  readonly placeholder: string;
  readonly disabled?: boolean;
  readonly min: number;
  readonly step: number | 'any';
  /** Undefined: the field is empty. */
  readonly onChange: (value: number | undefined) => void;
}

/** A field for a number that may be left empty. It keeps what is typed as it is typed: "0." is on its way to "0.5". */
export function NumberInput({ value, onChange, ...rest }: Props) {
  const [text, setText] = useState(textOf(value));
  useEffect(() => setText((typed) => (numberIn(typed) === value ? typed : textOf(value))), [value]);
  return (
    <Input
      {...rest}
      type="number"
      width={20}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        onChange(numberIn(currentTarget.value));
      }}
    />
  );
}

function numberIn(text: string): number | undefined {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
