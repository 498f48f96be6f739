import { css, cx } from '@emotion/css';
import { type KeyboardEvent, type MouseEvent, type Ref, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { ContextMenu, Icon, IconButton, Menu, useStyles2 } from '@grafana/ui';
import { formatShare } from './formatShare';
import type { FoundFunctions } from './findInTree';

interface SearchBoxProps {
  readonly text: string;
  readonly isRegex: boolean;
  /** Absent: in names. */
  readonly searchIn?: 'file' | 'package';
  /** Undefined while nothing is searched for. */
  readonly found: FoundFunctions | undefined;
  /** Number of the current match, from 1; 0 while the current node is none. */
  readonly matchNumber: number;
  readonly onChange: (text: string) => void;
  readonly onRegexChange: (isRegex: boolean) => void;
  readonly onSearchInChange: (searchIn: 'file' | 'package' | undefined) => void;
  readonly onStep: (direction: 1 | -1) => void;
  /** Escape in an empty field. */
  readonly onLeave: () => void;
  readonly inputRef: Ref<HTMLInputElement>;
}

const PLACES = [
  { label: 'Names of functions', short: 'name', value: undefined },
  { label: 'Files', short: 'file', value: 'file' },
  { label: 'Packages', short: 'pkg', value: 'package' },
] as const;

/**
 * Search as you type: a field, what it found, and the way from match to match. The field looks as Grafana's does but is
 * the browser's own, and the menu is made when it is opened: theirs measure themselves, which the first picture of the
 * graph would wait for.
 */
export function SearchBox(props: SearchBoxProps) {
  const { text, isRegex, searchIn, found, onChange, onRegexChange, onSearchInChange, onStep, onLeave } = props;
  const styles = useStyles2(getStyles);
  const problem = found?.matches.problem;
  const [menuAt, setMenuAt] = useState<{ x: number; y: number }>();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onStep(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (text === '') {
        onLeave();
      } else {
        onChange('');
      }
    }
  };
  const place = PLACES.find(({ value }) => value === searchIn) ?? PLACES[0];
  return (
    <div className={styles.box} role="search">
      <div className={styles.field}>
        <span className={styles.prefix}>
          <Icon name="search" />
        </span>
        <input
          ref={props.inputRef}
          className={cx(styles.input, problem !== undefined && styles.invalid)}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          placeholder="Search functions"
          aria-label="Search functions"
          aria-invalid={problem !== undefined}
          spellCheck={false}
          title={problem}
        />
        <span className={styles.suffix}>
          {text !== '' && <IconButton name="times" aria-label="Clear search" onClick={() => onChange('')} />}
          <button
            type="button"
            className={cx(styles.mode, searchIn !== undefined && styles.modeOn)}
            aria-label={`Looks in ${place.label.toLowerCase()}`}
            aria-haspopup="menu"
            title={`Looks in ${place.label.toLowerCase()}`}
            onClick={(event) => setMenuAt(lowerLeftOf(event))}
          >
            {place.short}
          </button>
          <button
            type="button"
            className={cx(styles.mode, isRegex && styles.modeOn)}
            aria-pressed={isRegex}
            aria-label="Regular expression"
            title="Regular expression"
            onClick={() => onRegexChange(!isRegex)}
          >
            .*
          </button>
        </span>
      </div>
      {menuAt !== undefined && (
        <ContextMenu
          {...menuAt}
          onClose={() => setMenuAt(undefined)}
          renderMenuItems={() =>
            PLACES.map(({ label, value }) => (
              <Menu.Item
                key={label}
                label={label}
                active={value === searchIn}
                onClick={() => onSearchInChange(value)}
              />
            ))
          }
        />
      )}
      {found !== undefined && (
        <>
          <span className={styles.found} role="status" title={foundTitle(found)}>
            {foundText(found, props.matchNumber)}
          </span>
          {found.totals.nodes > 0 && (
            <>
              <IconButton name="angle-up" aria-label="Previous match" onClick={() => onStep(-1)} />
              <IconButton name="angle-down" aria-label="Next match" onClick={() => onStep(1)} />
            </>
          )}
        </>
      )}
    </div>
  );
}

function lowerLeftOf({ currentTarget }: MouseEvent): { x: number; y: number } {
  const { left, bottom } = currentTarget.getBoundingClientRect();
  return { x: left, y: bottom };
}

function foundText({ matches, totals }: FoundFunctions, matchNumber: number): string {
  if (matches.problem !== undefined) {
    return 'Not a regex';
  }
  if (totals.nodes === 0) {
    return 'No match';
  }
  const count = totals.nodes.toLocaleString();
  return `${matchNumber > 0 ? `${matchNumber.toLocaleString()} of ` : ''}${count} · ${formatShare(totals.share, 1)}`;
}

function foundTitle({ matches, totals }: FoundFunctions): string {
  const boxes = totals.nodes === 1 ? '1 box' : `${totals.nodes.toLocaleString()} boxes`;
  const functions = matches.count === 1 ? '1 function' : `${matches.count.toLocaleString()} functions`;
  return (
    matches.problem ??
    `${boxes} of ${functions}. Together they are ${formatShare(totals.share, 1)} of the profile; a stack counts once.`
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), minWidth: 0, flex: '1 1 auto' }),
  field: css({
    position: 'relative',
    flex: '1 1 100px',
    minWidth: 100,
    height: theme.spacing(theme.components.height.md),
  }),
  input: css({
    width: '100%',
    height: '100%',
    // The right side holds the buttons in the field.
    padding: theme.spacing(0, 11, 0, 3.5),
    border: `1px solid ${theme.components.input.borderColor}`,
    borderRadius: theme.shape.radius.default,
    background: theme.components.input.background,
    color: theme.components.input.text,
    fontSize: theme.typography.size.md,
    lineHeight: theme.typography.body.lineHeight,
    textOverflow: 'ellipsis',
    '&:hover': { borderColor: theme.components.input.borderHover },
    '&:focus': {
      outline: '2px dotted transparent',
      outlineOffset: 2,
      boxShadow: `0 0 0 2px ${theme.colors.background.canvas}, 0 0 0 4px ${theme.colors.primary.main}`,
    },
    '&::placeholder': { color: theme.colors.text.disabled, opacity: 1 },
  }),
  invalid: css({ '&, &:hover': { borderColor: theme.colors.error.border } }),
  prefix: css({
    position: 'absolute',
    left: theme.spacing(1),
    height: '100%',
    display: 'flex',
    alignItems: 'center',
    color: theme.colors.text.secondary,
    pointerEvents: 'none',
  }),
  suffix: css({
    position: 'absolute',
    top: 0,
    right: theme.spacing(1),
    height: '100%',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: theme.colors.text.secondary,
  }),
  mode: css({
    padding: theme.spacing(0, 0.5),
    border: '1px solid transparent',
    borderRadius: theme.shape.radius.default,
    background: 'transparent',
    color: theme.colors.text.secondary,
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    '&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}` },
  }),
  modeOn: css({
    borderColor: theme.colors.primary.border,
    background: theme.colors.primary.transparent,
    color: theme.colors.primary.text,
  }),
  found: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    paddingLeft: theme.spacing(0.5),
  }),
});
