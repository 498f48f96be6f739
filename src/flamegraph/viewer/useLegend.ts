import { useState } from 'react';

/** Whether the legend is open: what was chosen holds until the option is changed. */
export function useLegend(option: boolean) {
  const [chosen, setChosen] = useState<{ readonly option: boolean; readonly isOpen: boolean }>();
  return {
    isLegendOpen: chosen?.option === option ? chosen.isOpen : option,
    setIsLegendOpen: (isOpen: boolean) => setChosen({ option, isOpen }),
  };
}
