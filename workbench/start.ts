/* `npm start`: the workbench, until Ctrl-C. See README.md beside this file. */
import { setTimeout as delay } from 'node:timers/promises';
import { CannotListenError } from './listen';
import { HELP, parseOptions, type WorkbenchOptions } from './options';
import { startWorkbench } from './workbench';

/** Milliseconds after which an end is made without waiting for its parts. */
const LONGEST_STOP = 4000;

const parsed = parseOptions(process.argv.slice(2));
switch (parsed.kind) {
  case 'help':
    console.log(HELP);
    break;
  case 'wrong':
    console.error(`${parsed.sentence}\n\n${HELP}`);
    process.exitCode = 1;
    break;
  case 'run':
    await run(parsed.options);
}

async function run(options: WorkbenchOptions) {
  try {
    const workbench = await startWorkbench(options, (line) => console.log(line));
    console.log(`\n  Pyrolens workbench: ${workbench.url}\n`);
    workbench.notes.forEach((note) => console.log(`  ${note}`));
    console.log('  Ctrl-C stops it.\n');
    await interruption();
    await Promise.race([workbench.stop(), delay(LONGEST_STOP)]);
    process.exit(0);
  } catch (error) {
    console.error(error instanceof CannotListenError ? error.message : error);
    process.exit(1);
  }
}

/** Until Ctrl-C, or until whoever started us wants an end. Further ones change nothing: npm and the shell each send one. */
function interruption(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
  });
}
