import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';

const root = path.resolve(__dirname, '..');

/** The absolute path of a file of this repository, given from its top. */
export function inRepository(file: string): string {
  return path.join(root, file);
}

export function readText(file: string): string {
  return readFileSync(inRepository(file), 'utf8');
}

export function readJson(file: string): unknown {
  return JSON.parse(readText(file));
}

export function readYaml(file: string): unknown {
  return load(readText(file));
}
