import { css } from '@emotion/css';
import { useMemo, useRef } from 'react';
import { useStyles2 } from '@grafana/ui';
import type { CallTree } from '../../profile/callTree';
import type { MatchSteps } from '../table/matchSteps';
import { countInTree } from '../view/findInTree';
import type { FlameGraphState } from '../view/flameGraphState';
import { SearchBox } from '../view/SearchBox';

interface ViewerSearchProps {
  /** What is counted. */
  readonly tree: CallTree;
  readonly state: FlameGraphState;
  readonly onChange: (part: Partial<FlameGraphState>) => void;
  /** The view's way from match to match. */
  readonly matchSteps: MatchSteps;
  /** The keyboard goes back to the picture. */
  readonly onLeave: () => void;
}

/** The search of the views that have no header of their own, as the flame graph has it. */
export function ViewerSearch({ tree, state, onChange, matchSteps, onLeave }: ViewerSearchProps) {
  const styles = useStyles2(getStyles);
  const input = useRef<HTMLInputElement>(null);
  const { search, searchIsRegex, searchIn } = state;
  const found = useMemo(
    () => countInTree(tree, { search, searchIsRegex, searchIn }),
    [tree, search, searchIsRegex, searchIn]
  );
  return (
    <div className={styles.search}>
      <SearchBox
        text={search ?? ''}
        isRegex={searchIsRegex ?? false}
        searchIn={searchIn}
        found={found}
        matchNumber={0}
        onChange={(text) => onChange({ search: text === '' ? undefined : text })}
        onRegexChange={(isRegex) => onChange({ searchIsRegex: isRegex ? true : undefined })}
        onSearchInChange={(where) => onChange({ searchIn: where })}
        onStep={(direction) => matchSteps.current?.(direction)}
        onLeave={onLeave}
        inputRef={input}
      />
    </div>
  );
}

const getStyles = () => ({ search: css({ display: 'flex', flex: '1 1 0', minWidth: 0, maxWidth: 480 }) });
