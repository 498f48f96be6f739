import { css } from '@emotion/css';
import type { KeyboardEvent } from 'react';
import { Icon, IconButton, Input, useStyles2 } from '@grafana/ui';
import type { FlameGraphState } from '../view/flameGraphState';
import { withChange } from './stateChange';

interface TableSearchProps {
  readonly state: FlameGraphState;
  readonly onStateChange: (state: FlameGraphState) => void;
}

/** The search field for where the table stands without the flame graph, which has one of its own. */
export function TableSearch({ state, onStateChange }: TableSearchProps) {
  const styles = useStyles2(getStyles);
  const { search = '', searchIsRegex } = state;
  // A field that was emptied is a new start: the next text is meant as it is.
  const change = (text: string) =>
    onStateChange(
      withChange(state, text === '' ? { search: undefined, searchIsRegex: undefined } : { search: text, searchIsRegex })
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && search !== '') {
      event.stopPropagation();
      change('');
    }
  };
  return (
    <div className={styles.box} role="search">
      <Input
        value={search}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        placeholder="Search functions"
        aria-label="Search functions"
        spellCheck={false}
        prefix={<Icon name="search" />}
        suffix={search !== '' && <IconButton name="times" aria-label="Clear search" onClick={() => change('')} />}
      />
    </div>
  );
}

const getStyles = () => ({ box: css({ flex: '1 1 0', minWidth: 80, maxWidth: 340 }) });
