import { formattedValueToString, getValueFormat } from '@grafana/data';

const format = getValueFormat('ns');

/** As the panel writes times. */
export function formatNanoseconds(value: number): string {
  return formattedValueToString(format(value));
}
