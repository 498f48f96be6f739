import { describeProfileType } from '../../catalogue/describeProfileType';
import { instrumentationOf } from '../../catalogue/instrumentationOf';
import { knownTypes } from '../../catalogue/knownTypes';
import { measures } from '../../catalogue/measures';
import { sentTypes } from '../../catalogue/sentTypes';
import { sendersOf, whyMissing } from '../../catalogue/whyMissing';

/** Something that can be profiled, and why there is nothing of it. */
export interface MissingType {
  /** Of the type under which it would come: "In-use space". */
  readonly label: string;
  readonly family: string;
  readonly why: string;
}

/**
 * What a service could be profiled for besides the types that it sends: one entry for each measure of the catalogue, in
 * its order.
 *
 * @param labels those of the service that say what profiles it; none where that is not known
 */
export function missingTypes(
  sent: readonly string[],
  labels: Readonly<Record<string, string>>
): readonly MissingType[] {
  const measured = new Set(sent.map((id) => describeProfileType(id).measure));
  const sender = instrumentationOf(labels);
  return measures
    .filter((measure) => !measured.has(measure))
    .flatMap((measure) => {
      const ids = Object.keys(knownTypes).filter((id) => describeProfileType(id).measure === measure);
      const own = sender === undefined ? undefined : ids.find((id) => sentTypes[sender].includes(id));
      const id = own ?? ids[0];
      if (id === undefined) {
        return [];
      }
      const { label, family } = describeProfileType(id);
      return [{ label, family, why: whyAbsent(id, labels) }];
    });
}

/** Why a service has none of a type, with what that is known from. */
export function whyNone(profileTypeId: string, labels: Readonly<Record<string, string>>): string {
  const why = whyAbsent(profileTypeId, labels);
  return instrumentationOf(labels) === undefined ? `${why} ${profiledBy(labels)}` : why;
}

/** What profiles a service, in a sentence. */
export function profiledBy(labels: Readonly<Record<string, string>>): string {
  const sender = instrumentationOf(labels);
  return sender === undefined
    ? 'What profiles this service, its labels do not say.'
    : `By its labels, this service is profiled by: ${sender}.`;
}

/** What is known of the service's profiler, or else who would send the type. */
function whyAbsent(profileTypeId: string, labels: Readonly<Record<string, string>>): string {
  const why = whyMissing(profileTypeId, labels);
  if (why !== undefined) {
    return why;
  }
  const sender = instrumentationOf(labels);
  if (sender !== undefined) {
    return `The ${sender} sends it, but nothing came in this time range.`;
  }
  const senders = sendersOf(profileTypeId).map(({ instrumentation }) => instrumentation);
  return senders.length === 0 ? 'Nothing is known about who sends it.' : `Sent by: ${senders.join(', ')}.`;
}
