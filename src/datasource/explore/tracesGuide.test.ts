import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { readyQuery } from '../queries/readyQuery';
import type { ProfilesQuery } from '../profilesQuery';

interface Provisioned {
  readonly datasources: ReadonlyArray<{
    readonly correlations: ReadonlyArray<{ readonly config: { readonly target: Omit<ProfilesQuery, 'refId'> } }>;
  }>;
}

test('the correlation in the guide asks a query that can be answered', () => {
  const yaml = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/traces.md', 'utf8'))![1];
  const [{ correlations }] = (load(yaml) as Provisioned).datasources;
  const { target } = correlations[0].config;
  // Grafana reads two dollar signs of a file as one, and a correlation fills in the fields of a span.
  const filled = (text: string) => text.replaceAll('$$', '$').replaceAll('${serviceName}', 'checkout');
  expect(readyQuery({ refId: 'A', ...target }, filled)).toMatchObject({
    profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
    labelSelector: '{service_name="checkout"}',
  });
});
