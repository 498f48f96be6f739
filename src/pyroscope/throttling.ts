import { epochMs, type EpochMs } from '../base/units';
import type { PointAnnotation } from './questions';

/** That the backend took only a sample of a tenant's profiles, because the tenant had sent too much. */
export interface Throttling {
  /** What the limit is for: 'hour', 'day'. */
  readonly period: string;
  /** How much the tenant may send in a period, in MiB. */
  readonly limitMiB: number;
  /** When the next period begins. Absent where the backend does not say. */
  readonly resetsAt?: EpochMs;
  /** The part of the tenant's profiles that has this limit. Absent: all of them. */
  readonly usageGroup?: string;
}

/** The annotation that Pyroscope's distributor adds (pkg/distributor/annotation/throttling.go); undefined for others. */
export function readThrottling({ key, value }: PointAnnotation): Throttling | undefined {
  if (key !== 'pyroscope.ingest.throttled') {
    return undefined;
  }
  const body = bodyOf(value);
  if (typeof body?.periodType !== 'string' || typeof body.periodLimitMb !== 'number') {
    return undefined;
  }
  const { limitResetTime, usageGroup } = body;
  return {
    period: body.periodType,
    limitMiB: body.periodLimitMb,
    ...(typeof limitResetTime === 'number' && limitResetTime > 0 ? { resetsAt: epochMs(limitResetTime * 1000) } : {}),
    ...(typeof usageGroup === 'string' && usageGroup !== '' ? { usageGroup } : {}),
  };
}

function bodyOf(text: string): Record<string, unknown> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The backend's format, so whatever else stands there is an annotation that we do not know.
    return undefined;
  }
  const body = typeof json === 'object' && json !== null && 'body' in json ? json.body : undefined;
  return typeof body === 'object' && body !== null ? { ...body } : undefined;
}
