import { css } from '@emotion/css';
import type { ReactElement } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { ContextMenu, Menu, type MenuItemProps, useStyles2 } from '@grafana/ui';
import type { StackRule } from '../../profile/filters/stackFilter';
import { displayName } from '../layout/displayName';
import { keyText, type ViewerCommand } from './viewerCommands';
import type { ViewerLink } from './viewerQuestions';

/** What a menu is about. */
export interface MenuTarget {
  /** Full name of the function. */
  readonly name: string;
  /** Names from the root's child to the box; absent where the menu is about a function wherever it is called. */
  readonly path?: readonly string[];
  /** "1.2 s · 34%" */
  readonly value: string;
  readonly package: string;
  readonly file: string;
  readonly links: readonly ViewerLink[];
}

/** CSS pixels of the window. */
const ROOM_FOR_KEYS = 600;
/** CSS pixels that the menu takes at most. */
const WIDEST = 350;
const HIGHEST = 580;

/** Where Node.js has a program's own files: no name for people. */
const OWN_FOLDER = '.';

interface ViewerMenuProps {
  readonly target: MenuTarget;
  /** CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  readonly hasSource: boolean;
  readonly isFocused: boolean;
  /** Whether a place of the picture is one of the profile: not so bottom-up. */
  readonly canFocus: boolean;
  readonly onCommand: (command: ViewerCommand) => void;
  readonly onZoom: (path: readonly string[]) => void;
  readonly onFilter: (rule: StackRule) => void;
  readonly onCopyStack: (path: readonly string[]) => void;
  /** Absent: nobody can be asked for it. */
  readonly onOverTime: (() => void) | undefined;
  readonly onClose: () => void;
}

/** What can be done with a box or a function. */
export function ViewerMenu(props: ViewerMenuProps) {
  const { target, x, y, onCommand, onZoom, onFilter, onCopyStack, onClose } = props;
  const styles = useStyles2(getStyles);
  const { path } = target;
  // There is no room for keys where there is no keyboard either.
  const hasKeys = window.innerWidth >= ROOM_FOR_KEYS;
  const keyOf = (command: ViewerCommand) => (hasKeys ? keyText(command) : undefined);
  const item = (label: string, command: ViewerCommand, icon?: 'search' | 'code-branch' | 'info-circle' | 'copy') => (
    <Menu.Item label={label} icon={icon} shortcut={keyOf(command)} onClick={() => onCommand(command)} />
  );
  return (
    <ContextMenu
      // Grafana's menu turns to the left and upwards where it has no room, and out of a small window.
      x={Math.max(0, Math.min(x, window.innerWidth - WIDEST))}
      y={Math.max(0, Math.min(y, window.innerHeight - HIGHEST))}
      onClose={onClose}
      renderHeader={() => (
        <div className={styles.header}>
          <bdi className={styles.name} title={displayName(target.name)}>
            {displayName(target.name)}
          </bdi>
          <span className={styles.value}>{target.value}</span>
        </div>
      )}
      renderMenuItems={() => (
        <>
          {path !== undefined && path.length > 0 && (
            <Menu.Item
              label="Zoom into it"
              icon="search-plus"
              shortcut={hasKeys ? 'enter' : undefined}
              onClick={() => onZoom(path)}
            />
          )}
          {props.isFocused && item('Whole profile', 'whole-profile')}
          {item('Callers and callees', 'sandwich', 'code-branch')}
          {item('Details', 'details', 'info-circle')}
          {props.onOverTime && <Menu.Item label="Follow over time" icon="chart-line" onClick={props.onOverTime} />}
          <Menu.Divider />
          {item('Only stacks with it', 'only-with')}
          {item('Without stacks with it', 'without')}
          {item('Merge it into its callers', 'hide-frame')}
          {item('Begin stacks at it', 'from')}
          {item('End stacks at it', 'up-to')}
          {props.canFocus && path !== undefined && path.length > 0 && (
            <Menu.Item label="Only this place" onClick={() => onFilter({ kind: 'focus', path })} />
          )}
          {target.package !== '' && target.package !== OWN_FOLDER && (
            <Menu.Item
              label={`Package ${displayName(target.package)}`}
              childItems={groupItems(
                { by: 'package', value: target.package },
                onFilter,
                <Menu.Item
                  key="collapse"
                  label="Collapse it into one box"
                  shortcut={keyOf('collapse-package')}
                  onClick={() => onCommand('collapse-package')}
                />
              )}
            />
          )}
          {target.file !== '' && (
            <Menu.Item
              label={`File ${displayName(target.file.split('/').pop() ?? target.file)}`}
              childItems={groupItems({ by: 'file', value: target.file }, onFilter)}
            />
          )}
          <Menu.Divider />
          {item('Copy name', 'copy-name', 'copy')}
          {path !== undefined && path.length > 0 && (
            <Menu.Item label="Copy stack" icon="copy" onClick={() => onCopyStack(path)} />
          )}
          {props.hasSource && (
            <Menu.Item
              label="Open source"
              icon="external-link-alt"
              shortcut={keyOf('open-source')}
              onClick={() => onCommand('open-source')}
            />
          )}
          {target.links.length > 0 && <Menu.Divider />}
          {target.links.map(({ title, href, target: window }) => (
            <Menu.Item key={`${title} ${href}`} label={title} icon="link" url={href} target={window} />
          ))}
        </>
      )}
    />
  );
}

function groupItems(
  match: { readonly by: 'package' | 'file'; readonly value: string },
  onFilter: (rule: StackRule) => void,
  collapse?: ReactElement<MenuItemProps>
) {
  return [
    <Menu.Item key="only" label="Only stacks with it" onClick={() => onFilter({ kind: 'only-with', match })} />,
    <Menu.Item key="without" label="Without stacks with it" onClick={() => onFilter({ kind: 'without', match })} />,
    <Menu.Item key="hide" label="Merge it into its callers" onClick={() => onFilter({ kind: 'hide-frame', match })} />,
    ...(collapse === undefined ? [] : [collapse]),
  ];
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({
    display: 'flex',
    flexDirection: 'column',
    maxWidth: 320,
    padding: theme.spacing(0.5, 1),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  name: css({
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: theme.typography.fontWeightMedium,
  }),
  value: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
