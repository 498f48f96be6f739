/*
 * `npm test`: every check in turn, then one line that counts them all: "N passed, N failed". A check without tests of
 * its own (types, lint, build) counts as one. Nothing is skipped: where a tool is missing the check fails and says what
 * to install.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface Check {
  readonly name: string;
  readonly command: readonly string[];
  /** Reads how many tests ran from what the command left; absent: the exit code is the one result. */
  readonly tally?: () => Tally;
}

const root = path.resolve(import.meta.dirname, '..');
const artifacts = path.join(root, 'artifacts');
const jestReport = path.join(artifacts, 'jest.json');
const browserReport = path.join(artifacts, 'browser.json');
const bin = (name: string) => path.join(root, 'node_modules/.bin', name);

const checks: Check[] = [
  { name: 'types', command: [bin('tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'lint', command: [bin('eslint'), '--config', '.config/eslint.config.ts', '.'] },
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  {
    name: 'unit',
    command: [bin('jest'), '--config', '.config/jest.config.mjs', '--json', `--outputFile=${jestReport}`],
    tally: () => {
      const report = readJson<{ numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number }>(
        jestReport
      );
      return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
    },
  },
  { name: 'build', command: [bin('tsx'), '.config/webpack/build.ts'] },
  { name: 'size', command: [bin('tsx'), '.config/size.ts'] },
  {
    name: 'browser',
    command: [bin('playwright'), 'test', '--config', 'tests/browser/playwright.config.ts'],
    tally: () => {
      const { stats, errors } = readJson<{
        stats: { expected: number; unexpected: number; flaky: number; skipped: number };
        errors: unknown[];
      }>(browserReport);
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped + errors.length };
    },
  },
];

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

function run(command: readonly string[]): Promise<number> {
  const [file = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
    });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function perform(check: Check): Promise<Tally> {
  console.log(`\n== ${check.name}`);
  const started = Date.now();
  const code = await run(check.command);
  const tally = outcome(check, code);
  console.log(
    `== ${check.name}: ${tally.passed} passed, ${tally.failed} failed, ${((Date.now() - started) / 1000).toFixed(1)} s`
  );
  return tally;
}

/** A command that exits with an error has failed at least once, whatever its report says. */
function outcome(check: Check, code: number): Tally {
  if (check.tally === undefined) {
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  }
  try {
    const tally = check.tally();
    return code === 0 ? tally : { passed: tally.passed, failed: Math.max(1, tally.failed) };
  } catch (error) {
    console.error(`${check.name} left no report: ${String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

rmSync(artifacts, { recursive: true, force: true });
mkdirSync(artifacts, { recursive: true });
const total = { passed: 0, failed: 0 };
for (const check of checks) {
  const tally = await perform(check);
  total.passed += tally.passed;
  total.failed += tally.failed;
}
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
