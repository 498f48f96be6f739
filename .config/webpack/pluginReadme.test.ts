import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GUIDES, pluginReadme } from './pluginReadme';

const root = path.resolve(__dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
/** As Markdown or as HTML. */
const linksIn = (text: string) =>
  [...text.matchAll(/\]\(([^)]+)\)|href="([^"]+)" target="_blank"/g)].map(([, address, inTab]) => address ?? inTab);

test("no link on the app's page leads to one of Grafana's own pages", () => {
  const base = './public/plugins/pyrolens-profiles-app/';
  const shipped = linksIn(pluginReadme(readme)).filter((address) => !address.startsWith('http'));
  expect(shipped.filter((address) => !address.startsWith(base))).toEqual([]);
  const pictures = [...readme.matchAll(/\(src\/(img\/[^)]+)\)/g)].map(([, file]) => file);
  expect(pictures.length).toBeGreaterThan(0);
  const files = new Set(shipped.map((address) => address.slice(base.length)));
  expect(files).toEqual(new Set([...GUIDES, 'CHANGELOG.md', ...pictures]));
  const inRepository = [...GUIDES, ...pictures.map((file) => `src/${file}`)];
  expect(inRepository.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

test('what is only in the repository is named without a link, and other sites stay linked', () => {
  expect(pluginReadme('See [src/README.md](src/README.md) and [Grafana](https://grafana.com).')).toBe(
    'See `src/README.md` and [Grafana](https://grafana.com).'
  );
});
