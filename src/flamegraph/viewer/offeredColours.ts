import type { CallTree } from '../../profile/callTree';
import type { ColourScheme } from '../view/flameGraphState';

/** The colours that say something of a profile, in the order of a menu. */
export function offeredColours({ right, functions }: CallTree, isGrouped: boolean): readonly ColourScheme[] {
  const schemes: ReadonlyArray<ColourScheme | false> = [
    right !== undefined && 'diff',
    'package',
    'function',
    functions.file !== undefined && 'file',
    'value',
    isGrouped && 'label',
  ];
  return schemes.filter((scheme) => scheme !== false);
}
