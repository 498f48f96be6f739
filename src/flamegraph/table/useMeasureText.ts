import { useMemo } from 'react';
import type { MeasureText } from '../layout/fitLabel';
import { createTextMeasure } from '../render/textMeasure';

/** Measures text in a CSS font, such as "14px Inter"; without a canvas every text fits. */
export function useMeasureText(font: string): MeasureText {
  return useMemo(() => {
    const context = document.createElement('canvas').getContext('2d');
    if (context === null) {
      return () => 0;
    }
    context.font = font;
    return createTextMeasure(context);
  }, [font]);
}
