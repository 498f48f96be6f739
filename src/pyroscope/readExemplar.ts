import { epochMs } from '../base/units';
import type { Exemplar as WireExemplar } from './gen/types/v1/types_pb';
import type { Exemplar } from './questions';

export function readExemplar({ timestamp, value, labels, profileId, spanId, traceId }: WireExemplar): Exemplar {
  return {
    timestamp: epochMs(Number(timestamp)),
    value: Number(value),
    labels: labels.map((label) => ({ name: label.name, value: label.value })),
    ...(profileId === '' ? {} : { profileId }),
    ...(spanId === '' ? {} : { spanId }),
    ...(traceId === '' ? {} : { traceId }),
  };
}
