import { css, cx } from '@emotion/css';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { FocusPath } from './FocusPath';
import { SearchBox } from './SearchBox';

/** CSS pixels, the space below included. */
export const HEADER_HEIGHT = 40;

/** CSS pixels: in a narrower header the search is an icon until it is used. */
const ROOM_FOR_BOTH = 640;
/** CSS pixels: a field, what was found, and two arrows. */
const SEARCH_WIDTH = 340;

interface FlameHeaderProps {
  readonly width: number;
  /** Lies over what stands below, and takes no room of it. */
  readonly isOver?: boolean;
  readonly path: Omit<ComponentProps<typeof FocusPath>, 'width'>;
  readonly search: Omit<ComponentProps<typeof SearchBox>, 'inputRef'>;
  /** Shown as an icon: where the notice has no line of its own. */
  readonly notice?: string;
  /** Grows by one whenever the search is to get the keyboard. */
  readonly searchRequests: number;
}

/** Where one is, and what one looks for; in one line at any width. */
export function FlameHeader({ width, isOver = false, path, search, notice, searchRequests }: FlameHeaderProps) {
  const styles = useStyles2(getStyles);
  const input = useRef<HTMLInputElement>(null);
  const [isOpened, setIsOpened] = useState(false);
  const isRoomy = width >= ROOM_FOR_BOTH;
  const isOpen = isRoomy || isOpened || search.text !== '';

  useEffect(() => {
    if (searchRequests > 0) {
      setIsOpened(true);
    }
  }, [searchRequests]);
  useEffect(() => {
    if (searchRequests > 0 && isOpened) {
      input.current?.focus();
      input.current?.select();
    }
  }, [searchRequests, isOpened]);

  const leave = () => {
    setIsOpened(false);
    search.onLeave();
  };
  const hasPath = isRoomy || !isOpen;
  const pathWidth = isRoomy ? width - SEARCH_WIDTH - 16 : width - 40;
  return (
    <div className={cx(styles.header, isOver && styles.over)}>
      {hasPath && <FocusPath {...path} width={notice === undefined ? pathWidth : pathWidth - 24} />}
      {notice !== undefined && <IconButton name="info-circle" tooltip={notice} aria-label={notice} />}
      <div
        className={styles.search}
        style={hasPath ? { width: isRoomy ? SEARCH_WIDTH : undefined, flexShrink: 0 } : { flexGrow: 1 }}
      >
        {isOpen ? (
          <SearchBox {...search} onLeave={leave} inputRef={input} />
        ) : (
          <IconButton name="search" size="lg" tooltip="Search functions" onClick={() => setIsOpened(true)} />
        )}
        {isOpen && (!isRoomy || isOver) && (
          <IconButton name="times" aria-label="Close search" onClick={() => closeSearch()} />
        )}
      </div>
    </div>
  );

  function closeSearch() {
    search.onChange('');
    leave();
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    height: HEADER_HEIGHT,
    paddingBottom: theme.spacing(1),
    color: theme.colors.text.secondary,
  }),
  over: css({
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    zIndex: 1,
    background: theme.colors.background.primary,
  }),
  search: css({
    display: 'flex',
    minWidth: 0,
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(0.5),
    marginLeft: 'auto',
  }),
});
