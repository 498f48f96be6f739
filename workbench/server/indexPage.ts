import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

const PLACE = '<!-- boot data -->';

/**
 * Sends the built host page with its boot data in it, as Grafana does: @grafana/runtime reads them while it is loaded.
 * The content security policy keeps the page from talking to anyone but this server.
 */
export async function sendIndexPage(res: ServerResponse, pageFolder: string, boot: unknown): Promise<void> {
  const page = await readFile(path.join(pageFolder, 'index.html'), 'utf8');
  const nonce = randomBytes(16).toString('base64');
  const json = JSON.stringify(boot).replaceAll('<', '\\u003c');
  const script = `<script nonce="${nonce}">window.grafanaBootData = ${json}; window.__grafana_public_path__ = '/public/';</script>`;
  const html = page.replace(PLACE, () => script);
  res.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}'`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "worker-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'self'",
    ].join('; '),
  });
  res.end(html);
}
