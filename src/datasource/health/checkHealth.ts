import { type TestDataSourceResponse } from '@grafana/data';
import { problemOf } from '../../base/problem';
import { epochMs, type TimeSpan } from '../../base/units';
import type { Capabilities } from '../../pyroscope/capabilities';
import type { PyroscopeClient } from '../../pyroscope/client';
import { durationText } from '../../pyroscope/durationText';
import type { LookBack } from '../../pyroscope/lookBack';
import { settingsProblems } from '../config/settingsProblems';
import type { ProfilesOptions } from '../profilesQuery';
import { describeBackend } from './describeBackend';

/** Profiles within this time count as "now". */
const LOOK_BACK_MS = 60 * 60_000;

/** What may be known besides what the backend answers. */
export interface HealthContext {
  readonly capabilities?: Capabilities;
  readonly lookBack?: LookBack;
  readonly settings?: ProfilesOptions;
}

/**
 * What "Save & test" says: why the backend cannot be used (unreachable, unauthorised, no tenant, something else at that
 * address: the Problem's sentence), or that it works, with what it holds, whether profiles come in, what it can do, and
 * which of the settings cannot be meant so.
 */
export async function checkHealth(
  client: PyroscopeClient,
  now: number,
  signal: AbortSignal,
  { capabilities, lookBack, settings = {} }: HealthContext = {}
): Promise<TestDataSourceResponse> {
  const answer = await askBackend(client, now, signal);
  if (answer.status === 'error') {
    return answer;
  }
  const wrong = Object.values(settingsProblems(settings));
  const [backend, limit] = await Promise.all([
    capabilities === undefined ? undefined : describeBackend(capabilities, signal),
    lookBack?.(signal),
  ]);
  const reach = limit === undefined ? undefined : `It answers nothing from before ${durationText(limit)} ago.`;
  const message = [...wrong, backend, reach].filter((text) => text !== undefined).join(' ');
  return {
    ...answer,
    ...(wrong.length > 0 ? { status: 'warning' } : {}),
    ...(message === '' ? {} : { details: { message } }),
  };
}

async function askBackend(client: PyroscopeClient, now: number, signal: AbortSignal): Promise<TestDataSourceResponse> {
  const span = { from: epochMs(now - LOOK_BACK_MS), to: epochMs(now) };
  try {
    const types = await client.profileTypes(span, signal);
    return types.length === 0
      ? await withoutProfiles(client, signal)
      : { status: 'success', message: await withProfiles(client, types.length, span, signal) };
  } catch (error) {
    const { sentence, detail } = problemOf(error);
    return {
      status: 'error',
      message: sentence,
      ...(detail === undefined ? {} : { details: { message: '', verboseMessage: detail } }),
    };
  }
}

async function withProfiles(
  client: PyroscopeClient,
  types: number,
  span: TimeSpan,
  signal: AbortSignal
): Promise<string> {
  const services = await client.labelValues({ name: 'service_name', matchers: [], span }, signal);
  return `The backend works: ${counted(services.length, 'service')} with ${counted(types, 'profile type')} in the last hour.`;
}

/** An empty backend, and one that nobody sends to any more, work; but somebody who expects profiles wants to know. */
async function withoutProfiles(client: PyroscopeClient, signal: AbortSignal): Promise<TestDataSourceResponse> {
  const hadProfiles = await everHadProfiles(client, signal);
  return {
    status: 'warning',
    message: hadProfiles
      ? 'The backend works, but received no profiles in the last hour: check that the profilers still send, and to this tenant.'
      : 'The backend works, but has no profiles yet: set up a profiler to send to it, and check that it names the same tenant.',
  };
}

/** Statistics exist for a single tenant only, and not on every backend: without them nothing is known. */
async function everHadProfiles(client: PyroscopeClient, signal: AbortSignal): Promise<boolean> {
  try {
    return (await client.profileStats(signal)).dataIngested;
  } catch (error) {
    if (problemOf(error).kind === 'unreachable') {
      throw error;
    }
    return false;
  }
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
