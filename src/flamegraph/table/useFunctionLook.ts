import { useMemo } from 'react';
import { useTheme2 } from '@grafana/ui';
import type { CallTree, FunctionIndex, NodeIndex } from '../../profile/callTree';
import { boxColours, type ColourScheme, schemeOf } from '../layout/boxColours';
import { displayName } from '../layout/displayName';
import { fitLabel } from '../layout/fitLabel';
import { labelFormsOf } from '../layout/labelForms';
import { DARK_PALETTE, LIGHT_PALETTE } from '../layout/palette';
import type { RowLook } from './TableRow';
import { useMeasureText } from './useMeasureText';

interface FunctionLook {
  /** NodeIndex -> CSS colour of its box. */
  readonly colourOf: (node: NodeIndex) => string;
  /** A function's name as it fits into so many CSS pixels, and in full. */
  readonly nameOf: (func: FunctionIndex, room: number) => Pick<RowLook, 'label' | 'title'>;
}

/** The scheme for rows that are functions: they are in no one group of a label. */
export function functionScheme(tree: CallTree, chosen: ColourScheme | undefined): ColourScheme {
  return schemeOf(tree, chosen === 'label' ? undefined : chosen);
}

/** How functions look in a table: as in the flame graph. `size`: of the text, as CSS has it. */
export function useFunctionLook(tree: CallTree, size: string, scheme: ColourScheme, diffBy?: 'value'): FunctionLook {
  const theme = useTheme2();
  const { fills } = theme.isDark ? DARK_PALETTE : LIGHT_PALETTE;
  const measure = useMeasureText(`${size} ${theme.typography.fontFamily}`);
  return useMemo(() => {
    const colourIndex = boxColours(tree, scheme, diffBy);
    const formsOf = labelFormsOf(tree);
    return {
      colourOf: (node) => fills[colourIndex(node)],
      nameOf(func, room) {
        const title = displayName(tree.functions.names[func]);
        return { label: fitLabel(formsOf(func), room, measure) || title, title };
      },
    };
  }, [tree, fills, measure, scheme, diffBy]);
}
