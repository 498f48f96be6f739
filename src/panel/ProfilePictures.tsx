import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { TableSearch } from '../flamegraph/table/TableSearch';
import { TopTable } from '../flamegraph/table/TopTable';
import { FlameGraph, type FlameGraphState } from '../flamegraph/view/FlameGraph';
import type { CallTree } from '../profile/callTree';
import { tableWidth, VIEW_NAMES as LABELS } from '../flamegraph/viewer/viewChoice';
import type { PicturesState } from './usePictures';

/** CSS pixels, the space below included; the search field is higher than the choice. */
const BAR_HEIGHT = 32;
const BAR_HEIGHT_WITH_SEARCH = 40;
/** CSS pixels between table and flame graph. */
const GAP = 16;

const NOTHING: FlameGraphState = {};

interface ProfilePicturesProps {
  readonly tree: CallTree;
  readonly pictures: PicturesState;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly format: (value: number) => string;
  readonly notice?: string;
  /** Stands beside the choice of pictures. */
  readonly tools?: ReactNode;
  readonly state: FlameGraphState | undefined;
  readonly onStateChange: (state: FlameGraphState) => void;
}

/** A profile as a flame graph, as a table of its functions, or as both side by side; and the choice between them. */
export function ProfilePictures(props: ProfilePicturesProps) {
  const { tree, pictures, width, height, format, notice, tools, state = NOTHING, onStateChange } = props;
  const { shown, offered, onShow, sort, onSort } = pictures;
  const styles = useStyles2(getStyles);
  const hasBar = offered.length > 1;
  const barHeight = !hasBar ? 0 : shown === 'table' ? BAR_HEIGHT_WITH_SEARCH : BAR_HEIGHT;
  const pictureHeight = Math.max(0, height - barHeight);
  const besideGraph = shown === 'both' ? tableWidth(width) : 0;
  return (
    <>
      {hasBar && (
        <div className={styles.bar} style={{ height: barHeight }}>
          {shown === 'table' && (
            <>
              <TableSearch state={state} onStateChange={onStateChange} />
              {notice !== undefined && <IconButton name="info-circle" tooltip={notice} aria-label={notice} />}
            </>
          )}
          <div className={styles.choice}>
            {tools}
            <RadioButtonGroup
              size="sm"
              aria-label="Pictures of the profile"
              options={offered.map((value) => ({ value, label: LABELS[value] }))}
              value={shown}
              onChange={onShow}
            />
          </div>
        </div>
      )}
      <div className={styles.pictures}>
        {shown !== 'flamegraph' && (
          <TopTable
            tree={tree}
            width={shown === 'table' ? width : besideGraph}
            height={pictureHeight}
            format={format}
            state={state}
            onStateChange={onStateChange}
            sort={sort}
            onSort={onSort}
          />
        )}
        {shown !== 'table' && (
          <FlameGraph
            tree={tree}
            width={shown === 'both' ? width - besideGraph - GAP : width}
            height={pictureHeight}
            format={format}
            notice={notice}
            state={state}
            onStateChange={onStateChange}
          />
        )}
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    paddingBottom: theme.spacing(1),
  }),
  choice: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), flexShrink: 0, marginLeft: 'auto' }),
  pictures: css({ display: 'flex', gap: GAP }),
});
