import { css } from '@emotion/css';
import { type KeyboardEvent, useMemo } from 'react';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type CallTree, ROOT } from '../../profile/callTree';
import type { Sides } from '../../profile/diffChange';
import { functionDetails } from '../../profile/functionDetails';
import { CallList } from './details/CallList';
import { ComparedLinesSection } from './details/ComparedLinesSection';
import { DetailSection } from './details/DetailSection';
import { DetailsTitle } from './details/DetailsTitle';
import { LabelSection } from './details/LabelSection';
import { LinesSection } from './details/LinesSection';
import { SeriesSection } from './details/SeriesSection';
import { ValueSummary } from './details/ValueSummary';
import type { DetailQuestions } from './detailQuestions';

export interface FunctionDetailsProps {
  readonly tree: CallTree;
  /** In full, as the profile has it. */
  readonly functionName: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
  readonly questions: DetailQuestions;
  /** For comparisons: by values as they are. Absent: by each side's share of its own total. */
  readonly diffBy?: 'value';
  /** Of times. Absent: the browser's. */
  readonly timeZone?: TimeZone;
  /** The profile without filters, where some are on: what has to be asked for knows none. */
  readonly unfiltered?: CallTree;
  /** Goes up when the function over time is asked for: that section is opened then, and scrolled to. Absent: never. */
  readonly overTimeRequests?: number;
  readonly onChoose: (functionName: string) => void;
  readonly onClose: () => void;
}

/** CSS pixels around what is in a section, and of a scroll bar. */
const AROUND_SECTION = 16 + 12;

/** All that is known of one function. What has to be asked for is asked when its section is opened. */
export function FunctionDetails(props: FunctionDetailsProps) {
  const { tree, functionName, width, height, format, questions, overTimeRequests = 0, onChoose, onClose } = props;
  const { diffBy, unfiltered: askedOf = tree } = props;
  const styles = useStyles2(getStyles);
  const details = useMemo(() => functionDetails(tree, functionName), [tree, functionName]);
  const { lines, baselineLines, labelNames, byLabel, series, sourceLink } = questions;
  // Of a comparison the second side is asked: callers, callees and, where they can be, lines have both.
  const unfiltered = askedOf === tree ? '' : ', without filters';
  const asked = `${tree.right === undefined ? '' : ', compared side'}${unfiltered}`;
  const profile = sidesOf(tree);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <section aria-label="Function details" className={styles.details} style={{ width, height }} onKeyDown={onKeyDown}>
      <DetailsTitle
        name={functionName}
        file={details?.file}
        startLine={details?.startLine}
        nodes={details?.nodes ?? 0}
        sourceLink={sourceLink}
        onClose={onClose}
      />
      {details === undefined ? (
        <div role="status" className={styles.none}>
          This profile does not have the function.
        </div>
      ) : (
        <>
          <ValueSummary
            tree={tree}
            self={details.self}
            total={details.total}
            costs={questions.costs}
            {...{ format, diffBy }}
          />
          <DetailSection title="Callers" count={details.callers.length} isOpenAtFirst>
            <CallList
              key={functionName}
              label="Callers"
              edges={details.callers}
              whole={details.total}
              {...{ profile, diffBy }}
              none="Nothing calls it: it is the outermost function of its stacks."
              {...{ width, format, onChoose }}
            />
          </DetailSection>
          <DetailSection title="Callees" count={details.callees.length} isOpenAtFirst>
            <CallList
              key={functionName}
              label="Callees"
              edges={details.callees}
              whole={details.total}
              {...{ profile, diffBy }}
              none="It calls nothing that was recorded."
              {...{ width, format, onChoose }}
            />
          </DetailSection>
        </>
      )}
      {lines !== undefined && (
        <DetailSection title={`Source lines${baselineLines === undefined ? asked : unfiltered}`}>
          {baselineLines === undefined ? (
            <LinesSection {...{ lines, sourceLink, format }} />
          ) : (
            <ComparedLinesSection
              baseline={baselineLines}
              compared={lines}
              profile={sidesOf(askedOf)}
              {...{ sourceLink, diffBy, format }}
            />
          )}
        </DetailSection>
      )}
      {labelNames !== undefined && byLabel !== undefined && (
        <DetailSection title={`Share by label${asked}`}>
          <LabelSection {...{ labelNames, byLabel, format }} />
        </DetailSection>
      )}
      {series !== undefined && (
        <DetailSection key={overTimeRequests} title={`Over time${asked}`} isSought={overTimeRequests > 0}>
          <SeriesSection series={series} width={Math.max(0, width - AROUND_SECTION)} timeZone={props.timeZone} />
        </DetailSection>
      )}
    </section>
  );
}

function sidesOf({ total, right }: CallTree): Sides {
  return { left: total[ROOT], right: right?.total[ROOT] ?? 0 };
}

const getStyles = (theme: GrafanaTheme2) => ({
  details: css({
    overflowX: 'hidden',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    fontSize: theme.typography.fontSize,
    background: theme.colors.background.primary,
  }),
  none: css({ padding: theme.spacing(1), color: theme.colors.text.secondary }),
});
