import { formatLabelSelector, parseLabelSelector } from '../../pyroscope/labelSelector';
import { SERVICE_LABEL } from '../answers/uploadIntervals';

/** The service that a selector names with `=`: '' where it names none, undefined where the selector cannot be read. */
export function serviceIn(labelSelector: string): string | undefined {
  const parsed = parseLabelSelector(labelSelector.trim() === '' ? '{}' : labelSelector);
  return parsed.ok
    ? (parsed.matchers.find(({ name, op }) => name === SERVICE_LABEL && op === '=')?.value ?? '')
    : undefined;
}

/** The selector with this service instead of the one that it names; '' for none. Other matchers stay as they are. */
export function withService(labelSelector: string, service: string): string {
  const parsed = parseLabelSelector(labelSelector.trim() === '' ? '{}' : labelSelector);
  if (!parsed.ok) {
    return labelSelector;
  }
  const others = parsed.matchers.filter(({ name, op }) => name !== SERVICE_LABEL || op !== '=');
  const named = service === '' ? [] : [{ name: SERVICE_LABEL, op: '=' as const, value: service }];
  return formatLabelSelector([...named, ...others]);
}
