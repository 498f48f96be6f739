import Ajv, { type JSONSchemaType } from 'ajv';
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { DATA_SOURCE_ID } from '../../pluginIds';
import type { ProfilesOptions } from '../profilesQuery';
import { addressProblem, settingsProblems, tenantProblem } from './settingsProblems';

/** The settings of our own, without those that every data source has and the numbered headers. */
type OwnOptions = Pick<
  ProfilesOptions,
  | 'defaultProfileType'
  | 'defaultLabelSelector'
  | 'minStep'
  | 'maxNodes'
  | 'longestRange'
  | 'lookBack'
  | 'requiresSelector'
  | 'coreHourCost'
  | 'gibHourCost'
  | 'currency'
  | 'sourceLinkTemplate'
>;

const text = { type: 'string', nullable: true } as const;
const number = { type: 'number', nullable: true } as const;

/** The compiler holds it against the type: a new setting has to be added here, and so to the guide. */
const ownOptions: JSONSchemaType<OwnOptions> = {
  type: 'object',
  required: [],
  properties: {
    defaultProfileType: text,
    defaultLabelSelector: text,
    minStep: text,
    maxNodes: number,
    longestRange: text,
    lookBack: text,
    requiresSelector: { type: 'boolean', nullable: true },
    coreHourCost: number,
    gibHourCost: number,
    currency: text,
    sourceLinkTemplate: text,
  },
};
/** And headers by their numbers, but nothing else. */
const options = {
  ...ownOptions,
  additionalProperties: false,
  patternProperties: { '^httpHeaderName[1-9]$': { type: 'string' } },
};

interface Provisioned {
  readonly type: string;
  readonly uid: string;
  readonly access: string;
  readonly url: string;
  readonly jsonData?: ProfilesOptions;
  readonly secureJsonData?: Readonly<Record<string, string>>;
}

const guide = readFileSync('docs/settings.md', 'utf8');
const inGuide = (load(/```yaml\n([\s\S]*?)```/.exec(guide)![1]) as { datasources: Provisioned[] }).datasources;
const tenants = (
  load(readFileSync('provisioning/datasources/examples/tenants.yaml', 'utf8')) as { datasources: Provisioned[] }
).datasources;

test.each([...inGuide, ...tenants])(
  'the data source $uid of the examples can be set so',
  ({ type, access, url, jsonData = {}, secureJsonData = {} }) => {
    expect([type, access]).toEqual([DATA_SOURCE_ID, 'proxy']);
    expect(url.startsWith('$') ? undefined : addressProblem(url)).toBeUndefined();
    const validate = new Ajv({ allErrors: true }).compile(options);
    validate(jsonData);
    expect(validate.errors ?? []).toEqual([]);
    expect(settingsProblems(jsonData)).toEqual({});
    const tenant = Object.entries(jsonData).find(([, value]) => value === 'X-Scope-OrgID')?.[0];
    expect(tenantProblem(secureJsonData[tenant!.replace('Name', 'Value')])).toBeUndefined();
  }
);

test('the example shows every setting', () => {
  expect(Object.keys(inGuide[0].jsonData ?? {})).toEqual(expect.arrayContaining(Object.keys(ownOptions.properties!)));
});

test('every setting has a row in the guide', () => {
  const missing = Object.keys(ownOptions.properties!).filter((name) => !guide.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});
