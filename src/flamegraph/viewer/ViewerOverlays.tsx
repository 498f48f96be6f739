import { lazy, Suspense } from 'react';
import type { FlameGraphState, ProfileViewKind } from '../view/flameGraphState';
import { withFilter } from './filterEdits';
import { copyText } from './giveOut';
import type { ViewerParts } from './useViewerParts';
import type { ViewerCommand } from './viewerCommands';

const ViewerMenu = lazy(async () => ({ default: (await import('./ViewerMenu')).ViewerMenu }));
const KeyList = lazy(async () => ({ default: (await import('./KeyList')).KeyList }));

interface ViewerOverlaysProps {
  readonly parts: ViewerParts;
  readonly state: FlameGraphState;
  readonly view: ProfileViewKind;
  readonly onChange: (part: Partial<FlameGraphState>) => void;
  readonly onCommand: (command: ViewerCommand) => void;
  /** Whether the function that the menu is about has a source to open. */
  readonly hasSource: boolean;
  /** Functions can be followed over time. */
  readonly hasSeries: boolean;
  /** The keyboard goes back to where it was. */
  readonly onClosed: () => void;
}

/** What lies over a profile: the menu of a box or function, and the list of keys. */
export function ViewerOverlays(props: ViewerOverlaysProps) {
  const { parts, state, view, onChange, onCommand, hasSource, hasSeries, onClosed } = props;
  const { menu } = parts;
  const followOverTime = () => {
    onChange({ areDetailsOpen: true });
    parts.setOverTimeRequests(parts.overTimeRequests + 1);
  };
  // A place is looked at in the flame graph, where the table and the call tree have no zoom.
  const zoomView = view === 'table' || view === 'tree' ? { view: 'flamegraph' as const } : {};
  return (
    <Suspense fallback={null}>
      {menu !== undefined && (
        <ViewerMenu
          target={menu.target}
          x={menu.x}
          y={menu.y}
          hasSource={hasSource}
          isFocused={state.focus !== undefined}
          canFocus={!state.isInverted}
          onCommand={onCommand}
          onZoom={(path) => onChange({ focus: path, ...zoomView })}
          onFilter={(rule) => onChange({ filters: withFilter(state.filters, rule) })}
          onOverTime={hasSeries ? followOverTime : undefined}
          onCopyStack={(path) => copyText('Stack', path.join('\n'))}
          onClose={() => {
            parts.setMenu(undefined);
            onClosed();
          }}
        />
      )}
      {parts.areKeysOpen && (
        <KeyList
          onClose={() => {
            parts.setAreKeysOpen(false);
            onClosed();
          }}
        />
      )}
    </Suspense>
  );
}
