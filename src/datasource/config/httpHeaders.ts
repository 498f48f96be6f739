import type { DataSourceSettings } from '@grafana/data';
import type { ProfilesOptions } from '../profilesQuery';

/** Settings as their editor holds them: what is saved, what of it is secret, and what was typed but not saved. */
export type ProfilesSettings = DataSourceSettings<ProfilesOptions, Record<string, string>>;

/** One header that Grafana's proxy sends with each request. */
export interface HttpHeader {
  readonly name: string;
  /** A value is saved. Nobody can read it any more. */
  readonly configured: boolean;
  /** A value that was typed but not saved. */
  readonly value: string;
}

/** The header by which Pyroscope knows the tenant. */
export const TENANT_HEADER = 'X-Scope-OrgID';

const nameKey = (slot: number) => `httpHeaderName${slot}` as const;
const valueKey = (slot: number) => `httpHeaderValue${slot}`;

/** The headers in the order of their slots. Grafana reads slots from 1 until one is missing. */
export function headersOf({ jsonData, secureJsonFields, secureJsonData = {} }: ProfilesSettings): HttpHeader[] {
  const headers: HttpHeader[] = [];
  for (let slot = 1; jsonData[nameKey(slot)] !== undefined; slot++) {
    headers.push({
      name: jsonData[nameKey(slot)] ?? '',
      configured: secureJsonFields[valueKey(slot)] ?? false,
      value: secureJsonData[valueKey(slot)] ?? '',
    });
  }
  return headers;
}

/**
 * The settings with these headers. A saved value stays in its slot and cannot be moved, as nobody can read it: a header
 * that comes into another slot loses it and has to be given anew, and what was in a slot is wiped, or it would be sent
 * under the new header's name.
 */
export function withHeaders(settings: ProfilesSettings, headers: readonly HttpHeader[]): ProfilesSettings {
  const before = headersOf(settings);
  const jsonData = { ...settings.jsonData };
  const secureJsonFields = { ...settings.secureJsonFields };
  const secureJsonData = { ...settings.secureJsonData };
  for (let slot = 1; slot <= Math.max(before.length, headers.length); slot++) {
    const old = before.at(slot - 1);
    const header = headers.at(slot - 1);
    const isKept = header?.configured === true && old?.configured === true && sameName(header.name, old.name);
    if (header === undefined) {
      delete jsonData[nameKey(slot)];
    } else {
      jsonData[nameKey(slot)] = header.name;
    }
    secureJsonFields[valueKey(slot)] = isKept;
    if (isKept) {
      delete secureJsonData[valueKey(slot)];
    } else if (header !== undefined || old?.configured) {
      secureJsonData[valueKey(slot)] = header?.value ?? '';
    }
  }
  return { ...settings, jsonData, secureJsonFields, secureJsonData };
}

/** The tenant's header, if there is one. */
export function tenantOf(settings: ProfilesSettings): HttpHeader | undefined {
  return headersOf(settings).find(isTenant);
}

/** The settings with another tenant; '' for none. */
export function withTenant(settings: ProfilesSettings, value: string): ProfilesSettings {
  const headers = headersOf(settings);
  const tenant = { name: TENANT_HEADER, configured: false, value };
  const at = headers.findIndex(isTenant);
  if (at < 0) {
    return withHeaders(settings, [...headers, tenant]);
  }
  // The last slot can be given up; another one is left empty, so that those behind it keep their values.
  const isLast = at === headers.length - 1;
  return withHeaders(settings, value === '' && isLast ? headers.slice(0, at) : headers.with(at, tenant));
}

/** The headers besides the tenant's, which has a field of its own. */
export function otherHeaders(settings: ProfilesSettings): HttpHeader[] {
  return headersOf(settings).filter((header) => !isTenant(header));
}

/** The settings with these headers besides the tenant's, which keeps its slot as long as there is no gap before it. */
export function withOtherHeaders(settings: ProfilesSettings, others: readonly HttpHeader[]): ProfilesSettings {
  const headers = headersOf(settings);
  const at = headers.findIndex(isTenant);
  return withHeaders(settings, at < 0 ? others : others.toSpliced(Math.min(at, others.length), 0, headers[at]));
}

function isTenant({ name }: HttpHeader): boolean {
  return sameName(name, TENANT_HEADER);
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
