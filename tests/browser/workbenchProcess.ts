import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface WorkbenchProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** Runs what `npm start` runs, on a free port, and waits for the address that it prints. */
export async function startWorkbenchProcess(args: readonly string[]): Promise<WorkbenchProcess> {
  // Not by npm or tsx's own command: what is stopped is then the one process there is.
  const child = spawn(process.execPath, ['--import', 'tsx', 'workbench/start.ts', '--port', '0', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /Pyrolens workbench: (http:\S+)/.exec(output)?.[1];
      if (address !== undefined) {
        resolve(address);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', (code) => reject(new Error(`The workbench ended with code ${code}:\n${output}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}
