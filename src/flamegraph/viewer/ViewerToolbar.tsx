import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Dropdown, Menu, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import type { ProfileViewKind } from '../view/flameGraphState';
import { VIEW_NAMES } from './viewChoice';

/** CSS pixels: in a narrower viewer the views are a menu. */
const ROOM_FOR_VIEWS = 720;

interface ViewerToolbarProps {
  /** CSS pixels. */
  readonly width: number;
  readonly view: ProfileViewKind;
  /** More than one. */
  readonly offered: readonly ProfileViewKind[];
  readonly onView: (view: ProfileViewKind) => void;
  /** Absent: there is nothing to undo. Both absent: no buttons. */
  readonly undo?: () => void;
  readonly redo?: () => void;
  /** Stands beside the views, or in a line of its own where there is no room. */
  readonly search?: ReactNode;
  /** Buttons and menus, at the right. */
  readonly children: ReactNode;
}

/** Choice of view, ways back, menus; in one line at any width. */
export function ViewerToolbar({ width, view, offered, onView, undo, redo, search, children }: ViewerToolbarProps) {
  const styles = useStyles2(getStyles);
  const menu = () => (
    <Menu ariaLabel="Views">
      {offered.map((one) => (
        <Menu.Item
          key={one}
          label={VIEW_NAMES[one]}
          role="menuitemradio"
          ariaChecked={one === view}
          active={one === view}
          onClick={() => onView(one)}
        />
      ))}
    </Menu>
  );
  const step = (icon: 'corner-up-left' | 'corner-up-right', label: string, act: (() => void) | undefined) => (
    <Button
      size="sm"
      fill="text"
      variant="secondary"
      icon={icon}
      aria-label={label}
      tooltip={label}
      disabled={act === undefined}
      onClick={act}
    />
  );
  const isRoomy = width >= ROOM_FOR_VIEWS;
  const bar = (
    <div className={styles.bar} role="toolbar" aria-label="Profile">
      {isRoomy ? (
        <RadioButtonGroup
          size="sm"
          aria-label="View of the profile"
          options={offered.map((value) => ({ value, label: VIEW_NAMES[value] }))}
          value={view}
          onChange={onView}
        />
      ) : (
        <Dropdown overlay={menu} placement="bottom-start">
          <Button
            size="sm"
            variant="secondary"
            icon="angle-down"
            iconPlacement="right"
            aria-label="View of the profile"
          >
            {VIEW_NAMES[view]}
          </Button>
        </Dropdown>
      )}
      {isRoomy && search}
      <div className={styles.end}>
        {(undo !== undefined || redo !== undefined) && (
          <>
            {step('corner-up-left', 'Undo', undo)}
            {step('corner-up-right', 'Redo', redo)}
          </>
        )}
        {children}
      </div>
    </div>
  );
  return isRoomy || search === undefined ? (
    bar
  ) : (
    <>
      {bar}
      <div className={styles.bar}>{search}</div>
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
  end: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.25), flexShrink: 0, marginLeft: 'auto' }),
});
