import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { APP_ID, DATA_SOURCE_ID, PANEL_ID } from '../src/pluginIds';
import { inRepository, readJson, readText } from './repository';

const isGuide = (name: string) => name.endsWith('.md');
const foldersWithGuides = ['bench', 'docs', 'src', 'tests', 'workbench'];
const guides = [
  ...readdirSync(inRepository('.')).filter(isGuide),
  ...foldersWithGuides.flatMap((folder) =>
    readdirSync(inRepository(folder), { encoding: 'utf8', recursive: true })
      .filter(isGuide)
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
  ),
];

/** What Grafana itself has on its pages, in 12.2. */
const GRAFANAS_OWN = [
  'Connections',
  'Data sources',
  'Add new data source',
  'Save & test',
  'More apps',
  'Share',
  'Dashboard settings',
  'Annotations',
  'Add annotation query',
  'Copy absolute shortened URL',
  'Administration',
  'Plugins and data',
  'Correlations',
  'Add correlation',
  'Resource attributes',
  'Trace to profiles',
];

/** Addresses of the links and pictures in a guide that lead to files, and the headings in them that are meant. */
function linksOf(guide: string) {
  return [...readText(guide).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(([, file, heading]) => ({
    file: file === '' ? guide : path.posix.join(path.posix.dirname(guide), file),
    heading,
  }));
}

/** What links call the headings of a guide. */
function headingsOf(guide: string): string[] {
  return [...readText(guide).matchAll(/^#+ (.*)$/gm)].map(([, words]) =>
    words
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replace(/ /g, '-')
  );
}

/** What a guide names in code: files and folders from the top of the repository, or files from the guide's own folder. */
function filesNamedIn(guide: string): string[] {
  return [...readText(guide).matchAll(/`(\.?[\w-]+(?:\/[\w.-]+)+\/?)`/g)]
    .map(([, file]) => file)
    .filter((file) =>
      /^(\.ci|\.config|bench|docs|provisioning|src|tests|workbench)\/|\.(tsx?|md|html|yaml)$/.test(file)
    );
}

test('the guides are found', () => {
  expect(guides).toEqual(expect.arrayContaining(['README.md', 'docs/using.md', 'src/flamegraph/README.md']));
});

test.each(guides)('%s names only files that are there', (guide) => {
  const beside = path.posix.dirname(guide);
  const missing = filesNamedIn(guide).filter(
    (file) => !existsSync(inRepository(file)) && !existsSync(inRepository(path.posix.join(beside, file)))
  );
  expect(missing).toEqual([]);
});

test.each(guides)('%s links only to what is there', (guide) => {
  const missing = linksOf(guide).filter(
    ({ file, heading }) =>
      !existsSync(inRepository(file)) || (heading !== undefined && !headingsOf(file).includes(heading))
  );
  expect(missing).toEqual([]);
});

test.each(['docs/using.md', 'docs/settings.md', 'docs/traces.md'])('%s calls controls as they are called', (guide) => {
  const source = readdirSync(inRepository('src'), { encoding: 'utf8', recursive: true })
    .filter((name) => /(?<!\.test)\.(tsx?|json)$/.test(name))
    .map((name) => readText(path.join('src', name)))
    .join('\n');
  const named = [...readText(guide).matchAll(/\*\*([^*]+)\*\*/g)].flatMap(([, words]) => words.split(/ → | \/ /));
  const missing = named.filter(
    (words) => /^[A-Z]/.test(words) && !GRAFANAS_OWN.includes(words) && !wholeText(words).test(source)
  );
  expect(named.length).toBeGreaterThan(1);
  expect(missing).toEqual([]);
});

/** As a text of its own: `label="Max nodes"`, or what stands between two tags. */
function wholeText(words: string): RegExp {
  const pattern = words.replace(/[^\w\s]/g, '\\$&');
  return new RegExp(`(?:['"\`>]|^ *)${pattern}(?:['"\`<]|$)`, 'm');
}

test.each(guides)('%s calls the plugins by their ids', (guide) => {
  const named =
    readText(guide).match(/\bpyrolens-[a-z]+-(app|datasource|panel)\b|\bpyrolens-flamegraph-panel\b/g) ?? [];
  expect([APP_ID, DATA_SOURCE_ID, PANEL_ID]).toEqual(expect.arrayContaining(named));
});

test.each(guides)('%s runs only scripts that package.json has', (guide) => {
  const { scripts } = readJson('package.json') as { scripts: Record<string, string> };
  const run = [...readText(guide).matchAll(/npm (?:run )?([a-z0-9]+)/g)].map(([, name]) => name);
  expect(run.filter((name) => name !== 'ci' && !(name in scripts))).toEqual([]);
});

describe('the promises', () => {
  const rows = readText('docs/promises.md')
    .split('\n')
    .filter((line) => /^\| (?!promise |-)/.test(line))
    .map((line) => line.split(' | '));

  test('each name what fails without them', () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(([, heldBy]) => filesIn(heldBy).length === 0)).toEqual([]);
  });

  test('are held by tests alone, and every story in a browser holds one', () => {
    const named = new Set(rows.flatMap(([, heldBy]) => filesIn(heldBy)));
    expect([...named].filter((file) => !/\.(test|spec)\.tsx?$|^\.config\/size\.ts$/.test(file))).toEqual([]);
    const stories = ['tests/browser', 'tests/e2e'].flatMap((folder) =>
      readdirSync(inRepository(folder))
        .filter((name) => name.endsWith('.spec.ts'))
        .map((name) => `${folder}/${name}`)
    );
    expect(stories.filter((story) => !named.has(story))).toEqual([]);
  });
});

function filesIn(text: string | undefined): string[] {
  return [...(text ?? '').matchAll(/`([^`]+\.tsx?)`/g)].map(([, file]) => file);
}

test.each([
  ['src/README.md', 'src'],
  ['src/flamegraph/README.md', 'src/flamegraph'],
  ['workbench/README.md', 'workbench'],
])('%s has a row for every folder', (guide, folder) => {
  const folders = readdirSync(inRepository(folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'img')
    .map(({ name }) => name);
  const rows = readText(guide)
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(folders.filter((name) => !rows.some((row) => row.includes(`\`${name}/`)))).toEqual([]);
});
