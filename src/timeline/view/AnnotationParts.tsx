import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { epochMs } from '../../base/units';
import type { TimelineAnnotation } from '../layout/annotationPlaces';
import { TooltipPart, TooltipText } from './PlotTooltip';
import type { PlotProps } from './plotProps';

/** Annotations beyond this would cover the picture that they explain. */
const MOST_SHOWN = 4;

interface AnnotationPartsProps extends Pick<PlotProps, 'formatTime' | 'formatSpan'> {
  readonly annotations: readonly TimelineAnnotation[];
}

/** What happened at a moment, as parts of a tooltip. */
export function AnnotationParts({ annotations, formatTime, formatSpan }: AnnotationPartsProps) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {annotations.slice(0, MOST_SHOWN).map(({ time, timeEnd, title, text, tags = [] }, i) => (
        <TooltipPart key={i}>
          {title !== undefined && title !== '' && <div className={styles.title}>{title}</div>}
          {text !== '' && <div className={styles.text}>{text}</div>}
          <TooltipText>
            {timeEnd !== undefined && timeEnd > time
              ? formatSpan({ from: epochMs(time), to: epochMs(timeEnd) })
              : formatTime(time)}
            {tags.length > 0 && ` · ${tags.join(', ')}`}
          </TooltipText>
        </TooltipPart>
      ))}
      {annotations.length > MOST_SHOWN && (
        <TooltipPart>
          <TooltipText>and {annotations.length - MOST_SHOWN} more annotations</TooltipText>
        </TooltipPart>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ fontWeight: theme.typography.fontWeightMedium, overflowWrap: 'anywhere' }),
  text: css({
    display: '-webkit-box',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    // A stack trace in an annotation must not fill the screen.
    WebkitLineClamp: 6,
    WebkitBoxOrient: 'vertical',
  }),
});
