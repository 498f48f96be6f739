import { existsSync, readdirSync } from 'node:fs';
import { load } from 'js-yaml';
import { APP_ID, DATA_SOURCE_ID, PANEL_ID } from '../src/pluginIds';
import { inRepository, readJson, readText } from './repository';

const guides = readdirSync(inRepository('docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);

/** Files of this repository, as a guide names them in code: `provisioning/plugins/pyrolens.yaml`. */
function filesNamedIn(text: string): string[] {
  return [...text.matchAll(/`((?:docs|provisioning|src|tests|workbench)\/[\w./-]+)`/g)].map(([, file]) => file);
}

test.each(guides)('%s names only files that are there', (guide) => {
  const missing = filesNamedIn(readText(guide)).filter((file) => !existsSync(inRepository(file)));
  expect(missing).toEqual([]);
});

test.each(guides)('%s calls the plugins by their ids', (guide) => {
  const named =
    readText(guide).match(/\bpyrolens-[a-z]+-(app|datasource|panel)\b|\bpyrolens-flamegraph-panel\b/g) ?? [];
  expect([APP_ID, DATA_SOURCE_ID, PANEL_ID]).toEqual(expect.arrayContaining(named));
});

test.each(guides)('%s runs only scripts that package.json has', (guide) => {
  const { scripts } = readJson('package.json') as { scripts: Record<string, string> };
  const run = [...readText(guide).matchAll(/npm (?:run )?([a-z]+)/g)].map(([, name]) => name);
  expect(run.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([]);
});

test('the data source in the guide is one of ours', () => {
  const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(readText('docs/using.md'))!;
  expect(load(yaml)).toMatchObject({ apiVersion: 1, datasources: [{ type: DATA_SOURCE_ID, access: 'proxy' }] });
});
