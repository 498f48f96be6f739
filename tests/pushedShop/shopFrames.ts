import type { StackFrame } from '../../workbench/backend/ingest/pprofOfStacks';

/** The same few stacks are pushed again and again. */
const known = new Map<string, readonly StackFrame[]>();

/** `main;handle;parse` as frames with a made-up place in the source of the language that the names look like. */
export function framesOf(stack: string): readonly StackFrame[] {
  const frames = known.get(stack) ?? stack.split(';').map((name) => ({ name, ...placeOf(name) }));
  known.set(stack, frames);
  return frames;
}

function placeOf(name: string): { file: string; startLine: number; line: number } {
  const startLine = 10 + (checksum(name) % 400);
  return { file: fileOf(name), startLine, line: startLine + 3 + (checksum(`${name}#`) % 9) };
}

function fileOf(name: string): string {
  const script = /^(\.?[\w@/.-]+\.js):/.exec(name);
  if (script !== null) {
    return script[1];
  }
  const javaClass = /^[a-z]+(?:\.[a-z]+)+\.([A-Z]\w*)/.exec(name);
  if (javaClass !== null) {
    return `${javaClass[1]}.java`;
  }
  const goPackage = /^([\w./]+?)\.[(\w]/.exec(name)?.[1] ?? 'main';
  return goPackage === 'main' ? 'cmd/server/main.go' : `${goPackage}/${goPackage.split('/').at(-1)}.go`;
}

/** Fletcher-16 of the text's characters: only there to tell names apart in a repeatable way. */
function checksum(text: string): number {
  let low = 0;
  let high = 0;
  for (const character of text) {
    low = (low + character.charCodeAt(0)) % 255;
    high = (high + low) % 255;
  }
  return high * 256 + low;
}
