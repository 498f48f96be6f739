import { LARGEST_MAX_NODES } from '../../profile/profileQuery';
import { parseLabelSelector } from '../../pyroscope/labelSelector';
import { parseProfileTypeId } from '../../pyroscope/profileTypeId';
import { readDuration } from '../../pyroscope/readDuration';
import type { ProfilesOptions } from '../profilesQuery';
import { checkTemplate } from './sourceTemplate';

/** The fields of the settings that can be wrong. */
export type CheckedField =
  | 'defaultProfileType'
  | 'defaultLabelSelector'
  | 'minStep'
  | 'maxNodes'
  | 'longestRange'
  | 'lookBack'
  | 'coreHourCost'
  | 'gibHourCost'
  | 'currency'
  | 'sourceLinkTemplate';

type Problems = Readonly<Partial<Record<CheckedField, string>>>;

/**
 * What is wrong with the settings, a sentence a field. Settings may come from a file that nobody checked, so values of
 * a wrong type are told too; what is empty or absent is fine.
 */
export function settingsProblems(settings: ProfilesOptions): Problems {
  const problems: Partial<Record<CheckedField, string>> = {};
  for (const [field, check] of Object.entries(checks) as Array<
    [CheckedField, (value: unknown) => string | undefined]
  >) {
    const value: unknown = settings[field];
    const problem = value === undefined || value === null || value === '' ? undefined : check(value);
    if (problem !== undefined) {
      problems[field] = problem;
    }
  }
  return problems;
}

/** The backend's address; Grafana calls it the URL. Undefined where nothing is wrong. */
export function addressProblem(url: string): string | undefined {
  if (url === '') {
    return 'The address of the backend is missing: enter its URL, such as http://pyroscope:4040.';
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    return `"${url}" is no address of a backend: it begins with http:// or https://, such as http://pyroscope:4040.`;
  }
  return undefined;
}

/** Several are separated by `|`. The rules are those of grafana/dskit, tenant/tenant.go. */
export function tenantProblem(tenants: string): string | undefined {
  for (const tenant of tenants === '' ? [] : tenants.split('|')) {
    if (tenant === '') {
      return 'A tenant is empty: several are written as a|b, without a | at the ends.';
    }
    if (!/^[a-zA-Z0-9!\-_.*'()]+$/.test(tenant) || tenant === '.' || tenant === '..') {
      return `"${tenant}" cannot be a tenant: letters, digits and ! - _ . * ' ( ) are allowed.`;
    }
    if (tenant.length > 150) {
      return `"${tenant.slice(0, 20)}…" is too long for a tenant: 150 characters are allowed.`;
    }
  }
  return undefined;
}

const checks: Readonly<Record<CheckedField, (value: unknown) => string | undefined>> = {
  defaultProfileType: (id) =>
    parseProfileTypeId(String(id)) === undefined
      ? `"${String(id)}" is no profile type: choose one of the list, or enter an id of five parts, such as process_cpu:cpu:nanoseconds:cpu:nanoseconds.`
      : undefined,
  defaultLabelSelector: (selector) => {
    const parsed = parseLabelSelector(String(selector));
    return parsed.ok ? undefined : parsed.problem.sentence;
  },
  minStep: (text) => durationProblem(text, 'The shortest step', '15s'),
  longestRange: (text) => durationProblem(text, 'The longest range', '7d'),
  lookBack: (text) => durationProblem(text, 'The look-back limit', '7d'),
  maxNodes: (count) =>
    Number.isInteger(count) && Number(count) >= 1 && Number(count) <= LARGEST_MAX_NODES
      ? undefined
      : `The most nodes are a whole number from 1 to ${LARGEST_MAX_NODES.toLocaleString('en')}.`,
  coreHourCost: (cost) => costProblem(cost, 'core'),
  gibHourCost: (cost) => costProblem(cost, 'GiB'),
  currency: (code) =>
    /^[A-Za-z]{3}$/.test(String(code)) ? undefined : 'A currency is a code of three letters, such as EUR or USD.',
  sourceLinkTemplate: (template) => checkTemplate(String(template)).problem,
};

function durationProblem(text: unknown, name: string, example: string): string | undefined {
  const length = readDuration(String(text));
  if (length === undefined) {
    return `${name} is a number with a unit, ms, s, m, h, d or w, such as ${example}; "${String(text)}" is none.`;
  }
  return length > 0 ? undefined : `${name} is longer than nothing, such as ${example}; or leave the field empty.`;
}

function costProblem(cost: unknown, unit: string): string | undefined {
  return typeof cost === 'number' && Number.isFinite(cost) && cost >= 0
    ? undefined
    : `What an hour of a ${unit} costs is a number, zero or more.`;
}
