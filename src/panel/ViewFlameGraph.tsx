import { css, cx } from '@emotion/css';
import { useMemo } from 'react';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { LoadingBar, useStyles2, useTheme2 } from '@grafana/ui';
import { problemOf, type Problem } from '../base/problem';
import type { TimeSpan } from '../base/units';
import { pyrolensMeta } from '../frames/frameMeta';
import type { FlameGraphState } from '../flamegraph/view/flameGraphState';
import { ProfileViewer } from '../flamegraph/viewer/ProfileViewer';
import type { ViewerLink } from '../flamegraph/viewer/viewerQuestions';
import { ROOT, type CallTree } from '../profile/callTree';
import type { ProfileAnswer, ProfileSource } from '../profile/profileSource';
import { EmptyNote } from './EmptyNote';
import { nodeLinks } from './nodeLinks';
import { valueFormat } from './numberFormats';
import type { ProfileOfQuery } from './panelViews';
import { profileNotice } from './profileNotice';
import { notedQuestions } from './partQuestion';
import { treeOfFrame } from './treeOfFrame';
import { singleName } from './singleName';
import { useLaidOut } from './useLaidOut';
import { type Compared, useComparedText } from './useComparedText';
import type { PartAnswer } from './usePartProfile';
import { averageTotalOf, questionsAbout } from './viewerQuestionsAbout';

interface ViewFlameGraphProps {
  readonly profile: ProfileOfQuery;
  /** The profile of a part of it, to be shown instead. */
  readonly part?: PartAnswer;
  /** Another part is awaited: what is shown is not what will be. */
  readonly isWaiting: boolean;
  /** Of what is shown; `range` in words: "14:02:10 – 14:04:00". */
  readonly span: TimeSpan;
  readonly range: string;
  /** What the data source can be asked besides queries. */
  readonly source: ProfileSource | undefined;
  readonly state: FlameGraphState;
  readonly onStateChange: (state: FlameGraphState) => void;
  readonly showLegend: boolean;
  readonly onSaveChoices: ((state: FlameGraphState) => void) | undefined;
  readonly onCopyLink: () => void;
  /** Where a function is seen in Explore as it is seen here; undefined where that is nowhere. */
  readonly exploreLinkOf: ((functionName: string) => string | undefined) | undefined;
  readonly timeZone: TimeZone;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** All that there is to see of a view's profile, or why there is nothing. */
export function ViewFlameGraph(props: ViewFlameGraphProps) {
  const { profile, part, isWaiting, span, range, source, exploreLinkOf, timeZone, width, height, ...viewer } = props;
  const { frame } = profile;
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const whole = useMemo(() => answerOfFrame(profile), [profile]);
  const format = useMemo(() => {
    const value = frame.fields.find(({ name }) => name === 'value');
    const write = valueFormat(value?.config ?? {}, theme, timeZone);
    return (amount: number) => write(amount);
  }, [frame, theme, timeZone]);
  const shown = part ?? whole;
  const isLaidOut = useLaidOut('tree' in shown ? shown.tree : undefined);
  const questions = useMemo(() => {
    const asked = questionsAbout(profile, part, source);
    return asked && { ...asked, averageTotal: averageTotalOf(shown, asked.question) };
  }, [profile, part, shown, source]);
  const compared = useComparedText(comparedSides(profile, shown, part), timeZone);
  const linksOf = (name: string, path: readonly string[] | undefined): readonly ViewerLink[] => {
    const own = 'tree' in whole ? nodeLinks(frame, whole.tree, name, path) : [];
    const href = exploreLinkOf?.(name);
    return href === undefined ? own : [...own, { title: 'Open in Explore', href }];
  };
  return (
    <div className={styles.area} style={{ width, height }} aria-busy={isWaiting}>
      {isWaiting && (
        <div className={styles.progress}>
          <LoadingBar width={width} delay={0} ariaLabel="Reading the profile" />
        </div>
      )}
      <div className={cx(styles.picture, isWaiting && styles.old)}>
        {'problem' in shown ? (
          <EmptyNote title="This profile cannot be drawn" asked={shown.problem.sentence} />
        ) : isEmpty(shown.tree) ? (
          <EmptyNote
            title={part?.single === undefined ? `No profiles in ${range}` : `${singleName(part.single)} holds nothing`}
            asked={frame.name}
            hint={hintOf(part)}
          />
        ) : !isLaidOut ? null : (
          <ProfileViewer
            {...viewer}
            tree={shown.tree}
            width={width}
            height={height}
            format={format}
            notice={
              [compared, profileNotice(shown)].filter((sentence) => sentence !== undefined).join(' ') || undefined
            }
            wholeName={
              part === undefined ? undefined : part.single === undefined ? 'Selected range' : singleName(part.single)
            }
            notes={{ ...namesOf(profile), span, timeZone }}
            isGrouped={part?.single === undefined && groupedBy(profile) !== undefined}
            questions={questions}
            linksOf={linksOf}
          />
        )}
      </div>
    </div>
  );
}

function answerOfFrame({ frame }: ProfileOfQuery): ProfileAnswer | { readonly problem: Problem } {
  const note = pyrolensMeta(frame);
  try {
    return { tree: treeOfFrame(frame), averagedOver: note?.kind === 'profile' ? note.averagedOver : undefined };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** What is compared: of a selected part that is compared with another the strip above says it. */
function comparedSides(
  { frame }: ProfileOfQuery,
  shown: ProfileAnswer | { readonly problem: Problem },
  part: PartAnswer | undefined
): Compared | undefined {
  const { question, baseline } = notedQuestions(frame);
  return question === undefined ||
    baseline === undefined ||
    'problem' in shown ||
    shown.tree.right === undefined ||
    part?.comparedWith !== undefined
    ? undefined
    : { baseline, compared: part === undefined ? question : { ...question, ...part.span } };
}

function hintOf(part: PartAnswer | undefined): string | undefined {
  if (part === undefined) {
    return 'Choose a longer time range.';
  }
  return part.single === undefined ? 'Select a longer part of the timeline.' : undefined;
}

function groupedBy({ frame }: ProfileOfQuery): string | undefined {
  const note = pyrolensMeta(frame);
  return note?.kind === 'profile' ? note.groupedBy : undefined;
}

function namesOf({ frame }: ProfileOfQuery) {
  const note = pyrolensMeta(frame);
  const noted = note?.kind === 'profile' ? note : undefined;
  // The second part of an id says what was sampled: "process_cpu:cpu:nanoseconds:cpu:nanoseconds".
  const sampleType = noted?.question.profileTypeId.split(':')[1] ?? 'value';
  return { title: noted?.title ?? frame.name ?? '', sampleType };
}

function isEmpty({ total, right }: CallTree): boolean {
  return total[ROOT] === 0 && (right === undefined || right.total[ROOT] === 0);
}

const getStyles = (theme: GrafanaTheme2) => ({
  area: css({ position: 'relative' }),
  progress: css({ position: 'absolute', top: 0, left: 0, right: 0, zIndex: 1, overflow: 'hidden' }),
  picture: css({
    height: '100%',
    [theme.transitions.handleMotion('no-preference')]: { transition: 'opacity 120ms' },
  }),
  old: css({ opacity: 0.45 }),
});
