import { parseLabelSelector } from '../../pyroscope/labelSelector';
import { SERVICE_LABEL } from '../answers/uploadIntervals';

/** The service that a selector names with `=`: '' where it names none, undefined where the selector cannot be read. */
export function serviceIn(labelSelector: string): string | undefined {
  const parsed = parseLabelSelector(labelSelector.trim() === '' ? '{}' : labelSelector);
  return parsed.ok
    ? (parsed.matchers.find(({ name, op }) => name === SERVICE_LABEL && op === '=')?.value ?? '')
    : undefined;
}
