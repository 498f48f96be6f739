import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const gen = 'src/pyroscope/gen';
const tools = path.resolve('node_modules/.bin');

/** Path in the folder -> content, of all files below it. */
function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file), readFileSync(file, 'utf8')];
    })
  );
}

test('the types in gen/ are those that `npm run generate` makes of proto/', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pyrolens-gen-'));
  try {
    execFileSync(
      path.join(tools, 'buf'),
      ['generate', '--template', '.config/buf.gen.yaml', '--output', folder, 'src/pyroscope/proto'],
      { env: { ...process.env, PATH: `${tools}${path.delimiter}${process.env.PATH}` } }
    );
    expect(filesIn(gen)).toEqual(filesIn(path.join(folder, gen)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
