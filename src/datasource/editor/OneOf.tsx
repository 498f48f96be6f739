import { Combobox, type ComboboxOption } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';

interface Props<T extends string> {
  readonly id: string;
  readonly labelledBy?: string;
  readonly value: T;
  /** The same array every time: to Combobox, another one is a list to be read anew. */
  readonly options: Array<ComboboxOption<T>>;
  readonly width?: number;
  readonly onChange: (value: T) => void;
}

/** Chooses one of a few. Tells a choice once, for the reason that `Choice` gives. */
export function OneOf<T extends string>({ id, labelledBy, value, options, width, onChange }: Props<T>) {
  const told = useRef(value);
  const [shown, setShown] = useState(value);
  useEffect(() => {
    told.current = value;
    setShown(value);
  }, [value]);
  return (
    <Combobox<T>
      id={id}
      aria-labelledby={labelledBy}
      options={options}
      value={shown}
      width={width}
      onChange={(chosen) => {
        if (chosen.value !== told.current) {
          told.current = chosen.value;
          setShown(chosen.value);
          onChange(chosen.value);
        }
      }}
    />
  );
}
