import { execFile } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';

interface Ended {
  readonly code: number;
  readonly output: string;
}

function start(...args: string[]): Promise<Ended> {
  const root = path.resolve(import.meta.dirname, '../..');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'workbench/start.ts', ...args],
      { cwd: root },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), output: stdout + stderr })
    );
  });
}

test('a taken port is told in one sentence, with a way out', async () => {
  const { port } = new URL(process.env.WORKBENCH_URL!);
  expect(await start('--seed', '--port', port)).toEqual({
    code: 1,
    output: `Port ${port} is taken: choose another with \`npm start -- --port ${Number(port) + 1}\`, or 0 for any free one.\n`,
  });
});

test('--help tells every option, and a wrong one is told apart', async () => {
  const help = await start('--help');
  expect(help.code).toBe(0);
  for (const option of ['--port', '--host', '--backend', '--no-demo', '--seed', '--plugins']) {
    expect(help.output).toContain(option);
  }
  const wrong = await start('--backend', 'pyroscope');
  expect(wrong.code).toBe(1);
  expect(wrong.output).toContain("--backend wants an http or https address, not 'pyroscope'.");
});
