import type { TimeRange } from '@grafana/data';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { instrumentationLabels } from '../../catalogue/instrumentationOf';
import { whyMissing } from '../../catalogue/whyMissing';
import { formatLabelSelector } from '../../pyroscope/labelSelector';
import { SERVICE_LABEL } from '../answers/uploadIntervals';
import type { MissingTypes } from './profileTypeOptions';
import type { EditorDataSource } from './editorDataSource';

/**
 * Which profile types the service did not send in the time range, and why where what profiles it is known. Undefined
 * where no service is named, or where it sent nothing at all, which says nothing about a type. Rejects with a
 * ProblemError.
 */
export async function findMissingTypes(
  datasource: Pick<EditorDataSource, 'suggestions' | 'labelScope'>,
  service: string,
  range: TimeRange | undefined
): Promise<MissingTypes | undefined> {
  if (service === '') {
    return undefined;
  }
  const { suggestions } = datasource;
  const selector = formatLabelSelector([{ name: SERVICE_LABEL, op: '=', value: service }]);
  const scope = datasource.labelScope(selector, undefined, range);
  const sent = new Set(await suggestions.profileTypes(scope));
  if (sent.size === 0) {
    return undefined;
  }
  const names = (await suggestions.labelNames(scope)).filter((name) => instrumentationLabels.includes(name));
  const values = await Promise.all(names.map((name) => suggestions.labelValues(name, scope)));
  // Of a service with two profilers, nothing can be said for sure.
  const pairs = names.flatMap((name, i) => (values[i].length === 1 ? [[name, values[i][0]] as const] : []));
  const labels = Object.fromEntries(pairs);
  return {
    group: `Not sent by ${service}`,
    has: (id) => !sent.has(id),
    why: (id) => whyMissing(id, labels),
    instead: (id) => [...sent].find((other) => other !== id && isAlike(other, id)),
  };
}

/** Whether two types answer the same question, under whatever name. */
function isAlike(a: string, b: string): boolean {
  const [left, right] = [describeProfileType(a), describeProfileType(b)];
  return left.family === right.family && left.sampleUnit === right.sampleUnit && left.aggregation === right.aggregation;
}
