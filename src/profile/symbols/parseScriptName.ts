import type { FunctionSymbol } from './symbol';
import { folderOf, lastPart } from './symbolText';

const NODE = /^(node:[^:]*|[^:]*\.[cm]?[jt]sx?|wasm:\/\/[^:]*)?:(.*?)(:\d+)?$/;
const NODE_MODULE = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** `file:function:line`, where the file is of Node itself, of a package or of the program; none for what V8 built in. */
export function parseNode(name: string): FunctionSymbol | undefined {
  const match = name.includes(':') && !name.includes('::') ? NODE.exec(name) : null;
  if (match === null) {
    return undefined;
  }
  const [, file = '', member] = match;
  const module = NODE_MODULE.exec(file)?.[1];
  const inFile = `${lastPart(file, '/')}:${member}`;
  const shortened = () => (file === '' ? [member] : [inFile, member]);
  if (module !== undefined) {
    return { package: module, family: module.split('/')[0], title: `${module}/${inFile}`, shortened };
  }
  if (file.startsWith('node:')) {
    return { package: file, family: 'node', title: `${file}:${member}`, shortened };
  }
  if (file === '') {
    return { package: 'built in', family: 'built-in', title: member, shortened };
  }
  const folder = folderOf(file);
  return { package: folder, family: folder, shortened };
}

const OTHER_SCRIPT = /\.rb|\.php|<frozen /;
const SCRIPT = /^(.*?(?:\.(?:pyx?|pyi|rb|php)|<frozen [^>]*>))(?::|\s)(.*)$/;
/** Where installed packages of Python and Ruby lie; what follows is the package. */
const SCRIPT_PACKAGE = /.*(?:site-packages|dist-packages|gems|vendor|lib\/(?:python|ruby)[\d.]*(?:\/[\d.]+)?)\/([^/]+)/;

/** `file.py:function - line`, `file.rb:line - function`. */
export function parseScript(name: string): FunctionSymbol | undefined {
  const match = name.includes('.py') || OTHER_SCRIPT.test(name) ? SCRIPT.exec(name) : null;
  if (match === null) {
    return undefined;
  }
  const [, file, rest] = match;
  const member = rest.replace(/^\d+(?:\s+-\s+)?/, '').replace(/\s+-\s+\d+$/, '');
  const base = lastPart(file, '/');
  const inFile = member === '' ? base : `${base}:${member}`;
  const installed = SCRIPT_PACKAGE.exec(file)?.[1].replace(/\.(?:pyx?|rb|php)$|-[\d.]+$/, '');
  const folder = installed ?? folderOf(file);
  const title = installed === undefined ? undefined : `${installed}/${inFile}`;
  return { package: folder, family: folder, title, shortened: () => (member === '' ? [inFile] : [inFile, member]) };
}
