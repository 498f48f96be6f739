import { Combobox } from '@grafana/ui';
import { EditorField } from './EditorField';
import { serviceIn, withService } from './selectorService';

interface Props {
  readonly id: string;
  readonly labelSelector: string;
  readonly load: () => Promise<readonly string[]>;
  readonly onChange: (labelSelector: string) => void;
}

/** Chooses the service that the label selector names, and leaves the rest of the selector alone. */
export function ServicePicker({ id, labelSelector, load, onChange }: Props) {
  const service = serviceIn(labelSelector);
  const options = async (typed: string) => {
    const services = await load();
    return services
      .filter((name) => name.toLowerCase().includes(typed.toLowerCase()))
      .map((name) => ({ value: name, label: name }));
  };
  return (
    <EditorField id={id} label="Service" flex="1 1 160px">
      <Combobox<string>
        id={id}
        options={options}
        value={service === undefined || service === '' ? null : { value: service, label: service }}
        placeholder={service === undefined ? 'As in the label selector' : 'All services'}
        disabled={service === undefined}
        createCustomValue
        isClearable
        onChange={(option) => onChange(withService(labelSelector, option?.value ?? ''))}
      />
    </EditorField>
  );
}
