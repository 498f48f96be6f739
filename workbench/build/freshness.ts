import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a build reads and writes, and when it was last started. */
export interface BuildStamp {
  /** Holds the start of the last build: a bundler leaves files alone that would not change, so their age says little. */
  readonly file: string;
  /** Files and folders that the build reads. */
  readonly inputs: readonly string[];
  /** Files that the build writes, without all of which there is no result. */
  readonly outputs: readonly string[];
}

/** Whether the result stands and none of its inputs is newer, be it built by `buildWithStamp` or another command. */
export async function isFresh({ file, inputs, outputs }: BuildStamp): Promise<boolean> {
  const written = await Promise.all(outputs.map((output) => newestChange(output).catch(() => undefined)));
  if (written.includes(undefined)) {
    return false;
  }
  const started = Number(await readFile(file, 'utf8').catch(() => 0));
  const built = Math.max(started, ...written.filter((time) => time !== undefined));
  const newest = await Promise.all(inputs.map(newestChange));
  return newest.every((time) => time < built);
}

/** Runs `build` and notes when it began, so that a file changed meanwhile counts as newer. */
export async function buildWithStamp(stamp: BuildStamp, build: () => Promise<void>): Promise<void> {
  const started = Date.now();
  await build();
  await mkdir(path.dirname(stamp.file), { recursive: true });
  await writeFile(stamp.file, String(started));
}

/** Latest change below `entry` in epoch milliseconds; folders count too, because they change when a file is deleted. */
async function newestChange(entry: string): Promise<number> {
  const info = await stat(entry);
  if (!info.isDirectory()) {
    return info.mtimeMs;
  }
  const children = await readdir(entry);
  const times = await Promise.all(children.map((child) => newestChange(path.join(entry, child))));
  return Math.max(info.mtimeMs, ...times);
}
