import { parseDots, parseSlashes } from './parseDottedName';
import { parseColons, parseDotnet, parseLibrary } from './parseNativeName';
import { parseNode, parseScript } from './parseScriptName';
import type { FunctionSymbol } from './symbol';
import { folderOf } from './symbolText';

/** Names are cut here before they are taken apart: what is longer is generated, and no box could show it. */
const LONGEST = 1000;

/** What only names have that are written in other ways than `package.function` and `path/package.function`. */
const MARKED = /[:!#]|\.(?:so|py|rb|php)|<frozen /;

/** Takes a name apart. `file` is the function's source file where the profile has one: for names that are bare. */
export function parseSymbol(name: string, file = ''): FunctionSymbol {
  const text = name.length > LONGEST ? name.slice(0, LONGEST) : name;
  const symbol = (MARKED.test(text) ? parseMarked(text) : undefined) ?? parseSlashes(text) ?? parseDots(text);
  if (symbol.package !== '' || file === '') {
    return symbol;
  }
  const fromFile = parseNode(`${file}:`) ?? parseScript(`${file}:`);
  const folder = folderOf(file);
  return { ...symbol, package: fromFile?.package ?? folder, family: fromFile?.family ?? folder };
}

function parseMarked(text: string): FunctionSymbol | undefined {
  return parseNode(text) ?? parseScript(text) ?? parseDotnet(text) ?? parseLibrary(text) ?? parseColons(text);
}
