import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a backend can do wrong. Each is a path of the fault server: a data source's URL ends with it. */
export type Fault =
  /** Wants credentials that it was not given. */
  | 'unauthorised'
  /** Refuses every query, in words of its own. */
  | 'refusing'
  /** Answers, but leaves out the second half of each message. */
  | 'truncated'
  /** Breaks the connection in the middle of its answer. */
  | 'breaking'
  /** Takes queries and never answers. */
  | 'silent'
  /** Nothing, until it is stopped. */
  | 'none';

export const REFUSAL = 'this tenant is being moved to another cell';

export interface FaultServer {
  urlOf(fault: Fault): string;
  stop(): Promise<void>;
}

/** A backend that fails in every way; where half an answer is wanted, it is half of that of the backend `behind`. */
export async function startFaultServer(behind: string): Promise<FaultServer> {
  const server = createServer((req, res) => {
    const [, fault = '', rest = ''] = /^\/([^/]+)(\/.*)$/.exec(req.url ?? '') ?? [];
    const wholeAnswer = async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) {
        chunks.push(chunk as Buffer);
      }
      const answer = await fetch(behind + rest, {
        method: req.method,
        headers: { 'content-type': req.headers['content-type'] ?? '' },
        body: req.method === 'POST' ? Buffer.concat(chunks) : undefined,
      });
      const type = answer.headers.get('content-type') ?? '';
      return { type, body: Buffer.from(await answer.arrayBuffer()) };
    };
    fail(fault as Fault, rest, res, wholeAnswer).catch((error: unknown) => {
      console.error(error);
      res.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (fault) => `http://127.0.0.1:${port}/${fault}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function fail(
  fault: Fault,
  path: string,
  res: ServerResponse,
  wholeAnswer: () => Promise<{ type: string; body: Buffer }>
): Promise<void> {
  switch (fault) {
    case 'unauthorised':
      res.writeHead(401, { 'www-authenticate': 'Basic' }).end('no');
      return;
    case 'refusing':
      res
        .writeHead(400, { 'content-type': 'application/json' })
        .end(JSON.stringify({ code: 'invalid_argument', message: REFUSAL }));
      return;
    case 'none':
    case 'truncated':
    case 'breaking': {
      const { type, body } = await wholeAnswer();
      const isCut = fault !== 'none' && path.includes('Select');
      const half = isCut ? body.subarray(0, Math.floor(body.length / 2)) : body;
      const isWhole = half.length === body.length || fault === 'truncated';
      res.writeHead(200, { 'content-type': type, 'content-length': isWhole ? half.length : body.length });
      if (isWhole) {
        res.end(half);
      } else {
        res.write(half, () => res.destroy());
      }
      return;
    }
    case 'silent':
      return;
  }
}
