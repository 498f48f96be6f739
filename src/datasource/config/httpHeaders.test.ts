import { headersOf, otherHeaders, tenantOf, withOtherHeaders, withTenant, type ProfilesSettings } from './httpHeaders';

/** Settings that were saved with these headers, each with a value. */
function saved(...names: string[]): ProfilesSettings {
  return {
    jsonData: Object.fromEntries(names.map((name, i) => [`httpHeaderName${i + 1}`, name])),
    secureJsonFields: Object.fromEntries(names.map((_, i) => [`httpHeaderValue${i + 1}`, true])),
    secureJsonData: {},
  } as unknown as ProfilesSettings;
}

/** What is in each slot: `name:saved`, `name=typed`, and `wiped` where a saved value is overwritten. */
function slots(settings: ProfilesSettings): string[] {
  const shown: string[] = [];
  for (let slot = 1; slot <= 4; slot++) {
    const name = settings.jsonData[`httpHeaderName${slot}`];
    const typed = settings.secureJsonData?.[`httpHeaderValue${slot}`];
    if (name !== undefined) {
      shown.push(settings.secureJsonFields[`httpHeaderValue${slot}`] ? `${name}:saved` : `${name}=${typed}`);
    } else if (typed !== undefined) {
      shown.push(typed === '' ? 'wiped' : `stray ${typed}`);
    }
  }
  return shown;
}

test('a tenant is a header like others, added behind them', () => {
  expect(slots(withTenant(saved(), 'team-a'))).toEqual(['X-Scope-OrgID=team-a']);
  expect(slots(withTenant(saved('X-Token'), 'team-a'))).toEqual(['X-Token:saved', 'X-Scope-OrgID=team-a']);
});

test('a tenant that was provisioned is found, however its header is written', () => {
  const settings = saved('X-Token', 'x-scope-orgid');
  expect(tenantOf(settings)).toMatchObject({ configured: true });
  expect(otherHeaders(settings).map(({ name }) => name)).toEqual(['X-Token']);
  expect(tenantOf(saved('X-Token'))).toBeUndefined();
});

test('typing a tenant replaces the saved one in its place', () => {
  expect(slots(withTenant(saved('X-Scope-OrgID', 'X-Token'), 'b'))).toEqual(['X-Scope-OrgID=b', 'X-Token:saved']);
});

test('a tenant that is removed leaves no value behind, and takes none from others', () => {
  expect(slots(withTenant(saved('X-Token', 'X-Scope-OrgID'), ''))).toEqual(['X-Token:saved', 'wiped']);
  expect(slots(withTenant(saved('X-Scope-OrgID', 'X-Token'), ''))).toEqual(['X-Scope-OrgID=', 'X-Token:saved']);
});

test('other headers are added behind the tenant, which keeps its slot', () => {
  const settings = saved('X-Scope-OrgID');
  const added = [...otherHeaders(settings), { name: 'X-Token', configured: false, value: 'secret' }];
  expect(slots(withOtherHeaders(settings, added))).toEqual(['X-Scope-OrgID:saved', 'X-Token=secret']);
});

test('a saved value is never sent under the name of another header', () => {
  const settings = saved('X-Token', 'X-Scope-OrgID', 'X-Team');
  const without = otherHeaders(settings).filter(({ name }) => name !== 'X-Token');
  // All that moved has to be typed anew, and the old values are overwritten.
  expect(slots(withOtherHeaders(settings, without))).toEqual(['X-Team=', 'X-Scope-OrgID:saved', 'wiped']);
  expect(slots(withOtherHeaders(saved('X-Token', 'X-Scope-OrgID'), []))).toEqual(['X-Scope-OrgID=', 'wiped']);
});

test('headers are read until one is missing, as Grafana does', () => {
  const settings = saved('A', 'B');
  expect(headersOf({ ...settings, jsonData: { ...settings.jsonData, httpHeaderName5: 'E' } })).toHaveLength(2);
});
