import { parseSymbol } from '../../../profile/symbols/parseSymbol';
import { displayName } from '../../layout/displayName';
import { labelForms } from '../../layout/labelForms';

/** The parts of a function's name that people tell functions apart by; each absent where the name has none. */
export interface NameParts {
  readonly package?: string;
  /** Class, receiver or module that the function belongs to. */
  readonly type?: string;
  /** The function alone; the whole name where it has no parts. */
  readonly member: string;
}

/** Files of scripts, which stand in the names of their functions, and are neither types nor packages. */
const SCRIPT_FILE = /\.(?:[cm]?[jt]sx?|pyx?|pyi|rb|php)$/;

/** `file`: the function's source file, if it is known: bare names have their package by it. */
export function nameParts(name: string, file: string | undefined): NameParts {
  const forms = labelForms(name);
  const member = forms[forms.length - 1];
  const symbol = parseSymbol(name, file);
  // What stands before the member in the next longer form that ends in it.
  const longer = forms.findLast((form) => form.length > member.length && form.endsWith(member)) ?? '';
  const type = longer.slice(0, longer.length - member.length).replace(/[.:#/!]+$/, '');
  const isPackage = symbol.package === type || new RegExp(`[./:\\\\]${escaped(type)}$`).test(symbol.package);
  const isNoPackage =
    symbol.package === '' ||
    symbol.package === '.' ||
    (SCRIPT_FILE.test(symbol.package) && name.startsWith(symbol.package));
  return {
    ...(isNoPackage ? {} : { package: displayName(symbol.package) }),
    ...(type === '' || isPackage || SCRIPT_FILE.test(type) ? {} : { type }),
    member,
  };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
