import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, type IconName, useStyles2 } from '@grafana/ui';
import { PartStrip } from './PartStrip';
import type { ComparedWith } from './rangeComparison';

interface RangeStripProps {
  /** "14:02:10 – 14:04:00" */
  readonly selected: string;
  /** "1m 50s" */
  readonly length: string;
  /** "of the last hour", "compared with the rest of the last hour" */
  readonly relation: string;
  readonly comparedWith: ComparedWith | undefined;
  /** With undefined: no longer. Absent where there is nothing to compare. */
  readonly onCompare?: (comparedWith: ComparedWith | undefined) => void;
  /** Absent where the time range is not ours to set. */
  readonly adopt?: { readonly label: string; readonly onClick: () => void };
  readonly onClear: () => void;
  /** There is no room for words on the buttons. */
  readonly isNarrow: boolean;
}

/** Which part of the time the flame graph below stands for, and what can be done with it. */
export function RangeStrip(props: RangeStripProps) {
  const { selected, length, relation, comparedWith, onCompare, adopt, onClear, isNarrow } = props;
  const styles = useStyles2(getStyles);
  const comparison = (wanted: ComparedWith, label: string, icon: IconName) => (
    <Button
      {...button}
      icon={icon}
      aria-label={label}
      aria-pressed={comparedWith === wanted}
      className={comparedWith === wanted ? styles.pressed : undefined}
      tooltip={label}
      onClick={() => onCompare?.(comparedWith === wanted ? undefined : wanted)}
    >
      {isNarrow ? undefined : label}
    </Button>
  );
  return (
    <PartStrip label="Selected range" name={selected} words={`(${length}) ${relation}`}>
      {onCompare !== undefined && (
        <>
          {comparison('rest', 'Compare with the rest', 'exchange-alt')}
          {comparison('before', 'Compare with the time before', 'history')}
        </>
      )}
      {adopt !== undefined && (
        <Button {...button} icon="clock-nine" onClick={adopt.onClick} aria-label={adopt.label} tooltip={adopt.label}>
          {isNarrow ? undefined : adopt.label}
        </Button>
      )}
      <Button {...button} icon="times" onClick={onClear} aria-label="Clear" tooltip="Show the whole range">
        {isNarrow ? undefined : 'Clear'}
      </Button>
    </PartStrip>
  );
}

const button = { size: 'sm', fill: 'text', variant: 'secondary' } as const;

const getStyles = (theme: GrafanaTheme2) => ({
  pressed: css({ background: theme.colors.action.selected, color: theme.colors.text.primary }),
});
