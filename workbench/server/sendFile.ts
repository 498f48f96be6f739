import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { answerText } from './answer';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/**
 * Sends the file at `relative`, as it stands in a URL, from the first of the folders that has it; 404 where none has, or
 * it would lie outside of them.
 * `immutable` is for names that change with their content.
 */
export async function sendFile(
  res: ServerResponse,
  folders: readonly string[],
  relative: string,
  cache: 'immutable' | 'no-cache'
): Promise<void> {
  const found = await findFile(folders, decodePath(relative));
  if (found === undefined) {
    answerText(res, 404, 'Not found');
    return;
  }
  const { file, size } = found;
  res.writeHead(200, {
    'content-type': types[path.extname(file)] ?? 'application/octet-stream',
    'content-length': size,
    'cache-control': cache === 'immutable' ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  const stream = createReadStream(file);
  stream.on('error', () => res.destroy());
  stream.pipe(res);
}

async function findFile(folders: readonly string[], relative: string) {
  for (const folder of folders) {
    const file = path.join(folder, relative);
    const info = file.startsWith(folder + path.sep) ? await stat(file).catch(() => undefined) : undefined;
    if (info?.isFile()) {
      return { file, size: info.size };
    }
  }
  return undefined;
}

function decodePath(relative: string): string {
  try {
    return decodeURIComponent(relative);
  } catch {
    return '\0';
  }
}
