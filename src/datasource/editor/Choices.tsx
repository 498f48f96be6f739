import { MultiCombobox, type ComboboxOption } from '@grafana/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import { labelId } from './EditorField';
import { fieldWidth, type FieldWidth } from './fieldWidth';
import { onOneLine } from './onOneLine';

interface Props {
  readonly id: string;
  /** Ids of elements that name the field. Absent: the label of the `EditorField` around it. */
  readonly labelledBy?: string;
  readonly values: readonly string[];
  readonly load: (typed: string) => Promise<Array<ComboboxOption<string>>>;
  readonly placeholder: string;
  readonly width?: FieldWidth;
  readonly onChange: (values: string[]) => void;
}

/** Chooses several of what is loaded while the user types, or what was typed. See `Choice` for its ways. */
export function Choices({ id, labelledBy = labelId(id), values, load, placeholder, width, onChange }: Props) {
  const key = JSON.stringify(values);
  const told = useRef(key);
  const [shown, setShown] = useState(key);
  useEffect(() => {
    told.current = key;
    setShown(key);
  }, [key]);
  const options = useMemo(
    () => (JSON.parse(shown) as string[]).map((value) => ({ value, label: onOneLine(value) })),
    [shown]
  );
  return (
    <MultiCombobox<string>
      id={id}
      // Grafana 12.2 passes no id on.
      aria-labelledby={labelledBy}
      {...fieldWidth(width)}
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
