import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, 'corpus');

export interface CorpusEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The inputs of a format, by name. */
export function readCorpus(format: string): CorpusEntry[] {
  const entries = readdirSync(path.join(folder, format)).filter((name) => name.endsWith('.bin'));
  return entries.sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(folder, format, name))) }));
}

/** Adds an input to the corpus. Gives the file's path within the repository. */
export function addToCorpus(format: string, why: 'failed' | 'found', bytes: Uint8Array): string {
  const name = `${why}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.bin`;
  mkdirSync(path.join(folder, format), { recursive: true });
  writeFileSync(path.join(folder, format, name), bytes);
  return `tests/fuzz/corpus/${format}/${name}`;
}
