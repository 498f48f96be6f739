import { assertNever } from '../../base/assertNever';
import { parseSymbol } from '../symbols/parseSymbol';
import type { FunctionMatch, RuntimePreset, StackRule } from './stackFilter';

const LANGUAGES: Readonly<Record<RuntimePreset, string>> = {
  go: 'Go',
  jvm: 'JVM',
  node: 'Node.js',
  python: 'Python',
  dotnet: '.NET',
  ruby: 'Ruby',
  rust: 'Rust',
};

/** Name of a language, or of its platform, as people write it. */
export function languageText(preset: RuntimePreset): string {
  return LANGUAGES[preset];
}

/** What a filter does, in the few words that a chip has room for. Text, never HTML. */
export function filterText(rule: StackRule): string {
  switch (rule.kind) {
    case 'only-with':
      return `Only stacks with ${matchText(rule.match)}`;
    case 'without':
      return `Without ${matchText(rule.match)}`;
    case 'hide-frame':
      return `Hide ${matchText(rule.match)}`;
    case 'from':
      return `From ${matchText(rule.match)}`;
    case 'up-to':
      return `Up to ${matchText(rule.match)}`;
    case 'focus':
      return rule.path.length === 0 ? 'Below the root' : `Below ${shortName(rule.path[rule.path.length - 1])}`;
    case 'collapse-recursion':
      return rule.scope === 'direct' ? 'Direct recursion folded' : 'Recursion folded';
    case 'collapse-package':
      return rule.match.by === 'package'
        ? `${clipped(rule.match.value)} as one frame`
        : `Packages of ${matchText(rule.match)} as one frame`;
    case 'only-my-code':
      return 'Only my code';
    case 'preset':
      return `${LANGUAGES[rule.preset]} runtime hidden`;
    case 'only-changed':
      return `${rule.by === 'value' ? 'Value changed' : 'Changed'} by ${Number((rule.atLeast * 100).toPrecision(3))} % or more`;
    default:
      return assertNever(rule);
  }
}

function matchText({ by, value }: FunctionMatch): string {
  switch (by) {
    case 'function':
      return shortName(value);
    case 'package':
      return value === '' ? 'functions of no package' : `${clipped(value)}.*`;
    case 'file':
      return clipped(value);
    case 'text':
      return `“${clipped(value)}”`;
    case 'regex':
      return `/${clipped(value)}/`;
    default:
      return assertNever(by);
  }
}

/** `json.Marshal` of `encoding/json.Marshal`, but all of `syscall.write`: a member alone says too little. */
function shortName(name: string): string {
  const [short = name] = parseSymbol(name).shortened();
  return clipped(/[.:#]/.test(short) ? short : name);
}

/** Most characters of a name that a chip shows. */
const LONGEST = 80;

function clipped(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
