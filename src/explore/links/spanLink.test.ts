import { readFileSync } from 'node:fs';
import { spanLink } from './spanLink';

const linkOf = (attributes: Record<string, unknown[]>) => spanLink.configure?.({ attributes })?.path;

test('a span leads to the profiles of its service, whatever the name', () => {
  expect(linkOf({ 'service.name': ['checkout'] })).toBe('/a/pyrolens-profiles-app/explore?var-service=checkout');
  expect(linkOf({ 'service.name': ['a b&c=d'] })).toBe('/a/pyrolens-profiles-app/explore?var-service=a+b%26c%3Dd');
});

test('a span without a service leads nowhere', () => {
  expect(linkOf({ 'host.name': ['x'] })).toBeUndefined();
  expect(linkOf({ 'service.name': [] })).toBeUndefined();
  expect(spanLink.configure?.(undefined)).toBeUndefined();
});

test('Grafana finds the link in the manifest, by which it knows to load the app', () => {
  const { extensions } = JSON.parse(readFileSync('plugin.json', 'utf8')) as { extensions: { addedLinks: unknown[] } };
  const { targets, title, description } = spanLink;
  expect(extensions.addedLinks).toContainEqual({ targets, title, description });
});
