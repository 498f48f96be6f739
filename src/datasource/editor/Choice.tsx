import { Combobox, type ComboboxOption } from '@grafana/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import { fieldWidth, type FieldWidth } from './fieldWidth';
import { onOneLine } from './onOneLine';

interface Props {
  readonly id: string;
  /** Ids of elements that name the field, where no label does by `id`. */
  readonly labelledBy?: string;
  /** '' for none. */
  readonly value: string;
  /** What the value is called. Absent: itself. */
  readonly label?: string;
  /** What can be chosen, given what was typed. */
  readonly load: (typed: string) => Promise<Array<ComboboxOption<string>>>;
  readonly placeholder: string;
  readonly disabled?: boolean;
  readonly width?: FieldWidth;
  /** Whether there is always a value. */
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  /** '' for none. */
  readonly onChange: (value: string) => void;
}

/**
 * Chooses one of what is loaded while the user types, or what was typed, or nothing.
 *
 * Combobox reports a choice from an effect, and again from every render until the choice is given back to it as its
 * value. Where the owner of the value renders at once, as Explore does, these renders would never end; so a choice is
 * told to the owner once, and shown before the owner has taken it over.
 */
export function Choice(props: Props) {
  const { id, labelledBy, value, label, load, placeholder, disabled, width, isRequired, autoFocus, onChange } = props;
  const told = useRef(value);
  const [shown, setShown] = useState({ value, label });
  useEffect(() => {
    told.current = value;
    setShown({ value, label });
  }, [value, label]);
  // Another object would be another choice to it.
  const option = useMemo(
    () => (shown.value === '' ? null : { value: shown.value, label: shown.label ?? onOneLine(shown.value) }),
    [shown.value, shown.label]
  );
  const common = {
    id,
    'aria-labelledby': labelledBy,
    options: load,
    value: option,
    placeholder,
    disabled,
    autoFocus,
    createCustomValue: true,
    ...fieldWidth(width),
  };
  const choose = (chosen: ComboboxOption<string> | null) => {
    const next = chosen?.value ?? '';
    if (next !== told.current) {
      told.current = next;
      setShown({ value: next, label: chosen?.label });
      onChange(next);
    }
  };
  return isRequired ? (
    <Combobox<string> {...common} onChange={choose} />
  ) : (
    <Combobox<string> {...common} isClearable onChange={choose} />
  );
}
