import { css, cx } from '@emotion/css';
import { type KeyboardEvent, type Ref } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Dropdown, Icon, IconButton, Input, Menu, useStyles2 } from '@grafana/ui';
import { formatShare } from './formatShare';
import type { FlameSearch } from './findInTree';

interface SearchBoxProps {
  readonly text: string;
  readonly isRegex: boolean;
  /** Absent: in names. */
  readonly searchIn?: 'file' | 'package';
  /** Undefined while nothing is searched for. */
  readonly found: FlameSearch | undefined;
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

/** Search as you type: a field, what it found, and the way from match to match. */
export function SearchBox(props: SearchBoxProps) {
  const { text, isRegex, searchIn, found, onChange, onRegexChange, onSearchInChange, onStep, onLeave } = props;
  const styles = useStyles2(getStyles);
  const problem = found?.matches.problem;
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
  const places = (
    <Menu>
      {PLACES.map(({ label, value }) => (
        <Menu.Item key={label} label={label} active={value === searchIn} onClick={() => onSearchInChange(value)} />
      ))}
    </Menu>
  );
  return (
    <div className={styles.box} role="search">
      <Input
        ref={props.inputRef}
        className={styles.field}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        placeholder="Search functions"
        aria-label="Search functions"
        spellCheck={false}
        invalid={problem !== undefined}
        title={problem}
        prefix={<Icon name="search" />}
        suffix={
          <span className={styles.inField}>
            {/* Hidden and not absent: the field is laid out anew, a frame later, when what stands in it gets wider. */}
            <span style={{ visibility: text === '' ? 'hidden' : undefined }}>
              <IconButton name="times" aria-label="Clear search" onClick={() => onChange('')} />
            </span>
            <Dropdown overlay={places} placement="bottom-end">
              <button
                type="button"
                className={cx(styles.regex, searchIn !== undefined && styles.regexOn)}
                aria-label={`Looks in ${place.label.toLowerCase()}`}
                title={`Looks in ${place.label.toLowerCase()}`}
              >
                {place.short}
              </button>
            </Dropdown>
            <button
              type="button"
              className={cx(styles.regex, isRegex && styles.regexOn)}
              aria-pressed={isRegex}
              aria-label="Regular expression"
              title="Regular expression"
              onClick={() => onRegexChange(!isRegex)}
            >
              .*
            </button>
          </span>
        }
      />
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

function foundText({ matches, totals }: FlameSearch, matchNumber: number): string {
  if (matches.problem !== undefined) {
    return 'Not a regex';
  }
  if (totals.nodes === 0) {
    return 'No match';
  }
  const count = totals.nodes.toLocaleString();
  return `${matchNumber > 0 ? `${matchNumber.toLocaleString()} of ` : ''}${count} · ${formatShare(totals.share, 1)}`;
}

function foundTitle({ matches, totals }: FlameSearch): string {
  const boxes = totals.nodes === 1 ? '1 box' : `${totals.nodes.toLocaleString()} boxes`;
  const functions = matches.count === 1 ? '1 function' : `${matches.count.toLocaleString()} functions`;
  return (
    matches.problem ??
    `${boxes} of ${functions}. Together they are ${formatShare(totals.share, 1)} of the profile; a stack counts once.`
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), minWidth: 0, flex: '1 1 auto' }),
  field: css({ flex: '1 1 100px', minWidth: 100 }),
  inField: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  regex: css({
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
  regexOn: css({
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
