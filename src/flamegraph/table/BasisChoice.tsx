import { RadioButtonGroup } from '@grafana/ui';
import type { Basis } from './sortRows';

const OPTIONS = [
  { value: 'self' as const, label: 'Self', description: 'What was spent in the functions themselves' },
  { value: 'total' as const, label: 'Total', description: 'What was spent in the functions and all that they called' },
];

interface BasisChoiceProps {
  readonly basis: Basis;
  readonly onChange: (basis: Basis) => void;
}

/** Which values are compared, where there is no room for both. */
export function BasisChoice({ basis, onChange }: BasisChoiceProps) {
  return (
    <RadioButtonGroup size="sm" aria-label="Values compared" options={OPTIONS} value={basis} onChange={onChange} />
  );
}
