import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { answerWithLargeProfile } from './largeProfile';
import { expect, test } from './test';

test('a large answer is decoded by a worker, which stays for the next one', async ({ page, panel }) => {
  const said = await listenToWorkers(page);
  await answerWithLargeProfile(page);
  await page.goto('/');
  await panel.isDrawn();
  expect(await said()).toEqual(['ready', 'tree']);
  expect(page.workers()).toHaveLength(1);

  await page.getByTestId('data-testid RefreshPicker run button').click();
  await expect.poll(said).toEqual(['ready', 'tree', 'tree']);
  expect(page.workers()).toHaveLength(1);
});

test('the worker starts where plugins are loaded from another origin, too', async ({ page, panel }) => {
  const cdn = await startOrigin(process.env.WORKBENCH_URL!);
  const grafana = await startOrigin(process.env.WORKBENCH_URL!, { pluginsFrom: cdn.url });
  try {
    const said = await listenToWorkers(page);
    await answerWithLargeProfile(page);
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script' && request.url().includes('/plugins/')) {
        scripts.push(new URL(request.url()).origin);
      }
    });
    await page.goto(grafana.url);
    await panel.isDrawn();
    expect(await said()).toEqual(['ready', 'tree']);
    expect(page.workers().map((worker) => new URL(worker.url()).protocol)).toEqual(['blob:']);
    expect(new Set(scripts)).toEqual(new Set([cdn.url]));
  } finally {
    await page.goto('about:blank');
    await Promise.all([grafana.stop(), cdn.stop()]);
  }
});

/** What all workers of the page have said, by kind, and what went wrong with them. */
async function listenToWorkers(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    window.Worker = class extends Worker {
      constructor(...how: ConstructorParameters<typeof Worker>) {
        super(...how);
        this.addEventListener('message', ({ data }: MessageEvent<{ kind: string }>) => said.push(data.kind));
        this.addEventListener('error', ({ message }) => said.push(`error ${message}`));
      }
    };
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

/**
 * The workbench at an origin of its own. `pluginsFrom`: another origin, from which the page loads plugins, as a Grafana
 * does that has a CDN for them.
 */
async function startOrigin(workbench: string, { pluginsFrom }: { pluginsFrom?: string } = {}) {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { 'content-type': type = '', accept = '' } = request.headers;
    const answered = await fetch(new URL(request.url ?? '/', workbench), {
      method: request.method,
      headers: { accept, 'content-type': type },
      body: request.method === 'POST' ? await bodyOf(request) : undefined,
    });
    const isPage = pluginsFrom !== undefined && answered.headers.get('content-type')?.startsWith('text/html');
    const policy = answered.headers.get('content-security-policy');
    response.writeHead(answered.status, {
      'content-type': answered.headers.get('content-type') ?? '',
      'access-control-allow-origin': '*',
      ...(policy === null ? {} : { 'content-security-policy': policy.replaceAll("'self'", `'self' ${pluginsFrom}`) }),
    });
    response.end(
      isPage
        ? (await answered.text()).replaceAll('"module":"public/', `"module":"${pluginsFrom}/public/`)
        : Buffer.from(await answered.arrayBuffer())
    );
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Uint8Array.from(Buffer.concat(chunks));
}
