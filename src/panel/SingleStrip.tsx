import { Button } from '@grafana/ui';
import type { TimelineExemplar } from '../timeline/layout/exemplarPlaces';
import { PartStrip } from './PartStrip';
import { singleName } from './singleName';

interface SingleStripProps {
  readonly single: TimelineExemplar;
  /** "14:02:10" */
  readonly time: string;
  /** Where a click on "Back" leads: "the whole range". */
  readonly backTo: string;
  readonly onBack: () => void;
  readonly isNarrow: boolean;
}

/** Which single profile or span the flame graph below stands for, and the way back. */
export function SingleStrip({ single, time, backTo, onBack, isNarrow }: SingleStripProps) {
  const words = [`of ${time}`, single.valueText].filter((word) => word !== undefined).join(', ');
  const label = `Back to ${backTo}`;
  return (
    <PartStrip label="Single profile" name={singleName(single)} words={words}>
      <Button
        size="sm"
        fill="text"
        variant="secondary"
        icon="arrow-left"
        aria-label={label}
        tooltip={label}
        onClick={onBack}
      >
        {isNarrow ? undefined : label}
      </Button>
    </PartStrip>
  );
}
