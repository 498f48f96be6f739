import { css, cx } from '@emotion/css';
import { useMemo } from 'react';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { LoadingBar, useStyles2, useTheme2 } from '@grafana/ui';
import { problemOf, type Problem } from '../base/problem';
import type { TimeSpan } from '../base/units';
import { pyrolensMeta } from '../frames/frameMeta';
import type { FlameGraphState } from '../flamegraph/view/FlameGraph';
import { ROOT, type CallTree } from '../profile/callTree';
import type { ProfileAnswer } from '../profile/profileSource';
import { DownloadMenu } from '../flamegraph/viewer/DownloadMenu';
import { EmptyNote } from './EmptyNote';
import { valueFormat } from './numberFormats';
import type { ProfileOfQuery } from './panelViews';
import { ProfilePictures } from './ProfilePictures';
import { profileNotice } from './profileNotice';
import { treeOfFrame } from './treeOfFrame';
import type { PicturesState } from './usePictures';

interface ViewFlameGraphProps {
  readonly profile: ProfileOfQuery;
  /** The profile of a part of the range, to be shown instead. */
  readonly part?: ProfileAnswer;
  /** Another part is awaited: what is shown is not what will be. */
  readonly isWaiting: boolean;
  /** Of what is shown; `range` in words: "14:02:10 – 14:04:00". */
  readonly span: TimeSpan;
  readonly range: string;
  readonly pictures: PicturesState;
  readonly state: FlameGraphState | undefined;
  readonly onStateChange: (state: FlameGraphState) => void;
  readonly timeZone: TimeZone;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The flame graph and the table of a view, or why there is none to draw. */
export function ViewFlameGraph(props: ViewFlameGraphProps) {
  const { profile, part, isWaiting, span, range, pictures, state, onStateChange, timeZone, width, height } = props;
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
  return (
    <div className={styles.area} style={{ width, height }} aria-busy={isWaiting}>
      {isWaiting && (
        <div className={styles.progress}>
          <LoadingBar width={width} delay={0} ariaLabel="Reading the profile of the selected range" />
        </div>
      )}
      <div className={cx(styles.picture, isWaiting && styles.old)}>
        {'problem' in shown ? (
          <EmptyNote title="This profile cannot be drawn" asked={shown.problem.sentence} />
        ) : isEmpty(shown.tree) ? (
          <EmptyNote
            title={`No profiles in ${range}`}
            asked={frame.name}
            hint={part === undefined ? 'Choose a longer time range.' : 'Select a longer part of the timeline.'}
          />
        ) : (
          <ProfilePictures
            tree={shown.tree}
            pictures={pictures}
            width={width}
            height={height}
            format={format}
            notice={profileNotice(shown)}
            tools={<DownloadMenu profile={{ tree: shown.tree, ...namesOf(profile), span, timeZone, format }} />}
            state={state}
            onStateChange={onStateChange}
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
