import { Choice } from './Choice';
import { EditorField } from './EditorField';
import { serviceIn, withService } from './selectorService';
import { textOptions } from './textOptions';

interface Props {
  readonly id: string;
  readonly labelSelector: string;
  readonly load: () => Promise<readonly string[]>;
  readonly onChange: (labelSelector: string) => void;
}

/** Chooses the service that the label selector names, and leaves the rest of the selector alone. */
export function ServicePicker({ id, labelSelector, load, onChange }: Props) {
  const service = serviceIn(labelSelector);
  return (
    <EditorField id={id} label="Service" flex="1 1 160px">
      <Choice
        id={id}
        value={service ?? ''}
        load={async (typed) => textOptions(await load(), typed)}
        placeholder={service === undefined ? 'As in the label selector' : 'All services'}
        disabled={service === undefined}
        onChange={(name) => onChange(withService(labelSelector, name))}
      />
    </EditorField>
  );
}
