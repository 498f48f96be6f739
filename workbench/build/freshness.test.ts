import { mkdtemp, rm, utimes, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildWithStamp, isFresh, type BuildStamp } from './freshness';

let folder: string;
let stamp: BuildStamp;

/** Seconds since the epoch, as utimes wants them, `seconds` before now. */
const ago = (seconds: number) => Date.now() / 1000 - seconds;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'freshness-'));
  const sources = path.join(folder, 'src');
  await mkdir(sources);
  await writeFile(path.join(sources, 'a.ts'), '');
  await writeFile(path.join(sources, 'b.ts'), '');
  for (const file of ['a.ts', 'b.ts', '.']) {
    await utimes(path.join(sources, file), ago(60), ago(60));
  }
  stamp = { file: path.join(folder, 'stamp'), inputs: [sources], outputs: [path.join(folder, 'out.js')] };
});

afterEach(() => rm(folder, { recursive: true }));

/** Leaves the file alone if it is there, as bundlers do whose result is the same as before. */
const writeOutput = () => writeFile(stamp.outputs[0], 'built', { flag: 'wx' }).catch(() => undefined);
const build = () => buildWithStamp(stamp, writeOutput);

test('nothing is fresh before the first build, and all is after it', async () => {
  expect(await isFresh(stamp)).toBe(false);
  await build();
  expect(await isFresh(stamp)).toBe(true);
});

test('a changed, a deleted and a source changed while it was built each make it stale', async () => {
  await build();
  await utimes(path.join(folder, 'src/a.ts'), ago(-5), ago(-5));
  expect(await isFresh(stamp)).toBe(false);
  await utimes(path.join(folder, 'src/a.ts'), ago(60), ago(60));
  expect(await isFresh(stamp)).toBe(true);

  await rm(path.join(folder, 'src/b.ts'));
  expect(await isFresh(stamp)).toBe(false);

  await utimes(path.join(folder, 'src'), ago(60), ago(60));
  await buildWithStamp(stamp, async () => {
    await utimes(path.join(folder, 'src/a.ts'), ago(-1), ago(-1));
  });
  expect(await isFresh(stamp)).toBe(false);
});

test('a result that was removed is not fresh', async () => {
  await build();
  await rm(stamp.outputs[0]);
  expect(await isFresh(stamp)).toBe(false);
});

test('a result that would not change is fresh after its build though it is older than its sources', async () => {
  await writeOutput();
  await utimes(stamp.outputs[0], ago(120), ago(120));
  expect(await isFresh(stamp)).toBe(false);
  await build();
  expect(await isFresh(stamp)).toBe(true);
});

test('a result that another command made is fresh while it is newer than its sources', async () => {
  await writeOutput();
  expect(await isFresh(stamp)).toBe(true);
});

test('a failed build does not count', async () => {
  await writeOutput();
  await utimes(stamp.outputs[0], ago(120), ago(120));
  await expect(buildWithStamp(stamp, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await isFresh(stamp)).toBe(false);
});
