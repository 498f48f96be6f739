import { describeProfileType } from './describeProfileType';
import { instrumentationOf } from './instrumentationOf';
import { instrumentations, type Instrumentation, type Sends } from './instrumentation';
import { measureNames } from './measures';
import { sentTypes, switchedOn } from './sentTypes';

/** Who sends a measure, and since which version of the runtime where that matters. */
export interface Sender {
  readonly instrumentation: Instrumentation;
  readonly since: Sends;
}

/** Who sends what this profile type measures, in the order of the tables; none where the tables do not know it. */
export function sendersOf(profileTypeId: string): Sender[] {
  const { measure } = describeProfileType(profileTypeId);
  return senders.flatMap((instrumentation) => {
    const since = measure === undefined ? undefined : instrumentations[instrumentation][measure];
    return since === undefined ? [] : [{ instrumentation, since }];
  });
}

/**
 * Why a service whose profiles have these labels has none of this type, in a sentence or two with what to do; undefined
 * where nothing speaks against there being some, or where it is not known what profiles the service.
 */
export function whyMissing(profileTypeId: string, labels: Readonly<Record<string, string>>): string | undefined {
  const sender = instrumentationOf(labels);
  const { label, measure } = describeProfileType(profileTypeId);
  if (sender === undefined || measure === undefined) {
    return undefined;
  }
  const since = instrumentations[sender][measure];
  if (sentTypes[sender].includes(profileTypeId)) {
    const needs = [
      since === undefined || since === 'yes'
        ? undefined
        : `needs ${runtimeOf(sender)} ${since.replace('+', '')} or later`,
      switchOf(sender, profileTypeId),
    ].filter((need) => need !== undefined);
    return needs.length === 0
      ? undefined
      : `No ${measureNames[measure]} data: with the ${sender}, it ${needs.join(', and ')}.`;
  }
  const other = sentTypes[sender].find((id) => isAlike(id, profileTypeId));
  return other === undefined
    ? `No ${measureNames[measure]} data: ${subject(sender)} does not send it.`
    : `No "${label}" of this kind: ${subject(sender)} sends it as "${describeProfileType(other).label}" (${other}).`;
}

function switchOf(sender: Instrumentation, profileTypeId: string): string | undefined {
  const [family = ''] = profileTypeId.split(':');
  const named = switchedOn[sender];
  return named !== undefined && Object.hasOwn(named, family) ? `has to be turned on: ${named[family]}` : undefined;
}

/** Whether two types answer the same question, under whatever name: memory in use is called the heap by some. */
function isAlike(a: string, b: string): boolean {
  const [left, right] = [describeProfileType(a), describeProfileType(b)];
  return left.family === right.family && left.sampleUnit === right.sampleUnit && left.aggregation === right.aggregation;
}

function runtimeOf(sender: Instrumentation): string {
  return sender.replace(' SDK', '');
}

function subject(sender: Instrumentation): string {
  return sender.endsWith('SDK') || sender.endsWith('profiler') ? `the ${sender}` : sender;
}

const senders = Object.keys(instrumentations) as Instrumentation[];
