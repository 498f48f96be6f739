import type { IncomingMessage, ServerResponse } from 'node:http';

export function answerText(res: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8') {
  res.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
  res.end(text);
}

export function answerJson(res: ServerResponse, status: number, body: unknown) {
  answerText(res, status, JSON.stringify(body), 'application/json');
}

/** The request's body as JSON; throws a SyntaxError where it is none. */
export async function readJson(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) {
    chunks.push(chunk as Buffer);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
}
