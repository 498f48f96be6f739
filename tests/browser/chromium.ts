import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where Chromium is: CHROMIUM_PATH, Debian's place, or the first `chromium` on the PATH. */
export function chromiumPath(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  const onPath = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, 'chromium'));
  return named === undefined ? ['/usr/bin/chromium', ...onPath].find((file) => existsSync(file)) : existing(named);
}

export const NO_CHROMIUM =
  'The browser tests need Chromium: install it (Debian: `apt-get install chromium`), or say where it is with CHROMIUM_PATH.';

function existing(file: string): string | undefined {
  return existsSync(file) ? file : undefined;
}
