import { invalidArgument } from '../http/connectError';
import { compareTexts, labelValue, PROFILE_NAME, SERVICE_NAME, type Label, type Labels } from '../labels';

/** Pyroscope's defaults (pkg/validation/limits.go). */
const MOST_LABELS = 30;
const LONGEST_NAME = 1024;
const LONGEST_VALUE = 2048;

/**
 * The labels in order.
 *
 * @throws ConnectError in Pyroscope's words (pkg/validation/validate.go) if it would refuse them
 */
export function checkLabels(labels: readonly Label[]): Labels {
  if (labels.length === 0) {
    throw invalidArgument('error at least one label pair is required per profile');
  }
  const sorted = [...labels].sort((a, b) => compareTexts(a.name, b.name));
  const shown = () => `{${sorted.map(({ name, value }) => `${name}=${JSON.stringify(value)}`).join(', ')}}`;
  if (sorted.length > MOST_LABELS) {
    throw invalidArgument(`profile series '${shown()}' has ${sorted.length} label names; limit ${MOST_LABELS}`);
  }
  if (labelValue(sorted, PROFILE_NAME) === '') {
    throw invalidArgument(`invalid labels '${shown()}' with error: invalid metric name`);
  }
  if (labelValue(sorted, SERVICE_NAME) === '') {
    throw invalidArgument(`invalid labels '${shown()}' with error: service name is not provided`);
  }
  sorted.forEach(({ name, value }, at) => {
    if (name === '') {
      throw invalidArgument(`invalid labels '${shown()}' with error: invalid label name ''`);
    }
    if (Buffer.byteLength(name) > LONGEST_NAME) {
      throw invalidArgument(`profile with labels '${shown()}' has label name too long: '${name}'`);
    }
    if (Buffer.byteLength(value) > LONGEST_VALUE) {
      throw invalidArgument(`profile with labels '${shown()}' has label value too long: '${value}'`);
    }
    if (at > 0 && sorted[at - 1].name === name) {
      throw invalidArgument(`profile with labels '${shown()}' has duplicate label name: '${name}'`);
    }
  });
  return sorted;
}
