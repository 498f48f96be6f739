import { RadioButtonGroup } from '@grafana/ui';
import type { FunctionsRequest } from '../../profile/profileQuery';
import { CommittedInput } from './CommittedInput';
import { EditorField } from './EditorField';
import { expressionError } from './fieldErrors';

interface Props {
  readonly id: string;
  readonly functions: FunctionsRequest | undefined;
  readonly onChange: (functions: FunctionsRequest) => void;
}

const byOptions = [
  { value: 'self' as const, label: 'Self', description: 'What was spent in the function alone' },
  { value: 'total' as const, label: 'Total', description: 'With all that the function called' },
];
const asOptions = [
  { value: 'table' as const, label: 'Table', description: 'Over the whole range, one row a function' },
  { value: 'series' as const, label: 'Time series', description: 'One series a function, a profile for every step' },
];

/** Which functions are wanted, and in what form. */
export function FunctionsFields({ id, functions = {}, onChange }: Props) {
  const { by = 'self', as = 'table', name = '' } = functions;
  const change = (fields: FunctionsRequest) => onChange({ ...functions, ...fields });
  return (
    <>
      <EditorField id={`${id}-by`} label="Largest by" flex="0 1 auto">
        <RadioButtonGroup
          id={`${id}-by`}
          aria-label="Largest by"
          options={byOptions}
          value={by}
          onChange={(chosen) => change({ by: chosen })}
        />
      </EditorField>
      <EditorField id={`${id}-as`} label="Show as" flex="0 1 auto">
        <RadioButtonGroup
          id={`${id}-as`}
          aria-label="Show as"
          options={asOptions}
          value={as}
          onChange={(chosen) => change({ as: chosen })}
        />
      </EditorField>
      <EditorField id={`${id}-name`} label="Name matches" flex="1 1 180px" error={expressionError(name)}>
        <CommittedInput
          id={`${id}-name`}
          value={name}
          placeholder="Every function"
          onCommit={(text) => change({ name: text === '' ? undefined : text })}
        />
      </EditorField>
    </>
  );
}
