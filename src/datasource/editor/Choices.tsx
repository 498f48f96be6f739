import { MultiCombobox, type ComboboxOption } from '@grafana/ui';
import { useEffect, useMemo, useRef, useState } from 'react';

interface Props {
  readonly id: string;
  readonly values: readonly string[];
  readonly load: (typed: string) => Promise<Array<ComboboxOption<string>>>;
  readonly placeholder: string;
  readonly onChange: (values: string[]) => void;
}

/** Chooses several of what is loaded while the user types, or what was typed. See `Choice` for its ways. */
export function Choices({ id, values, load, placeholder, onChange }: Props) {
  const key = JSON.stringify(values);
  const told = useRef(key);
  const [shown, setShown] = useState(key);
  useEffect(() => {
    told.current = key;
    setShown(key);
  }, [key]);
  const options = useMemo(() => (JSON.parse(shown) as string[]).map((value) => ({ value, label: value })), [shown]);
  return (
    <MultiCombobox<string>
      id={id}
      options={load}
      value={options}
      placeholder={placeholder}
      createCustomValue
      isClearable
      onChange={(chosen) => {
        const next = chosen.map(({ value }) => value);
        if (JSON.stringify(next) !== told.current) {
          told.current = JSON.stringify(next);
          setShown(JSON.stringify(next));
          onChange(next);
        }
      }}
    />
  );
}
