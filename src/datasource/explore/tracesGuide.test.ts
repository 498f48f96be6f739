import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { readyQuery } from '../queries/readyQuery';
import type { ProfilesQuery } from '../profilesQuery';

interface Provisioned {
  readonly datasources: ReadonlyArray<{
    readonly correlations: ReadonlyArray<{
      readonly label: string;
      readonly config: { readonly target: Omit<ProfilesQuery, 'refId'> };
    }>;
  }>;
}

test.each([
  ['service', {}],
  ['span', { spanSelector: ['00f067aa0ba902b7'] }],
  ['trace', { traceIdSelector: ['4bf92f3577b34da6a3ce929d0e0e4736'] }],
])('the correlation of the guide for a %s asks a query that can be answered', (of, selector) => {
  const yaml = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/traces.md', 'utf8'))![1];
  const [{ correlations }] = (load(yaml) as Provisioned).datasources;
  const { target } = correlations.find(({ label }) => label === `Flame graph of the ${of}`)!.config;
  // Grafana reads two dollar signs of a file as one, and a correlation fills in the fields of a span.
  const fields: Record<string, string> = {
    serviceName: 'checkout',
    traceID: '4bf92f3577b34da6a3ce929d0e0e4736',
    '__span.tags["pyroscope.profile.id"]': '00f067aa0ba902b7',
  };
  const filled = (text: string) =>
    text.replaceAll('$$', '$').replace(/\$\{([^}]+)\}/g, (_, name: string) => fields[name]);
  expect(readyQuery({ refId: 'A', ...target }, filled)).toMatchObject({
    profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
    labelSelector: '{service_name="checkout"}',
    ...selector,
  });
});
