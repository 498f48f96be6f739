import { legendName } from './legendName';

const labels = { service_name: 'checkout', 'k8s.pod': 'a', region: '' };

test.each([
  ['{{service_name}}', 'checkout'],
  ['{{ service_name }} in {{k8s.pod}}', 'checkout in a'],
  ['{{region}}|{{nothing}}|{{toString}}', '||'],
  ['plain', 'plain'],
  ['{{service_name}', '{{service_name}'],
])('%s is %s', (format, name) => {
  expect(legendName(format, labels)).toBe(name);
});
