import { Menu } from '@grafana/ui';
import type { ColourScheme, FlameGraphState } from '../view/flameGraphState';
import { MenuButton } from './MenuButton';
import { keyText, type ViewerCommand } from './viewerCommands';

export const COLOUR_NAMES: Readonly<Record<ColourScheme, string>> = {
  package: 'By package',
  function: 'By function',
  file: 'By file',
  value: 'By value',
  label: 'By group',
  diff: 'By change',
};

interface ViewMenuProps {
  readonly state: FlameGraphState;
  readonly isComparison: boolean;
  /** The scheme that is drawn, and those that may be chosen. */
  readonly colours: ColourScheme;
  readonly offeredColours: readonly ColourScheme[];
  readonly hasLegend: boolean;
  readonly onColours: (scheme: ColourScheme) => void;
  readonly onCommand: (command: ViewerCommand) => void;
  /** Makes what is seen the panel's own choice; absent where that cannot be saved. */
  readonly onSaveChoices?: () => void;
  /** Gives out a link that brings back what is seen; absent where no address can hold that. */
  readonly onCopyLink?: () => void;
}

/** How the profile is drawn: which way round, in which colours. */
export function ViewMenu(props: ViewMenuProps) {
  const { state, isComparison, colours, offeredColours, hasLegend, onColours, onCommand, onSaveChoices, onCopyLink } =
    props;
  const choice = (label: string, command: ViewerCommand, isOn: boolean) => (
    <Menu.Item
      key={command}
      label={label}
      role="menuitemcheckbox"
      ariaChecked={isOn}
      active={isOn}
      shortcut={keyText(command)}
      onClick={() => onCommand(command)}
    />
  );
  const menu = () => (
    <Menu ariaLabel="How it is drawn">
      {choice('Bottom-up', 'bottom-up', state.isInverted === true)}
      {choice('Root at the bottom', 'root-side', state.orientation === 'root-bottom')}
      {choice('Ends of long names', 'label-side', state.align === 'right')}
      <Menu.Divider />
      {offeredColours.map((scheme) => (
        <Menu.Item
          key={scheme}
          label={`Colors ${COLOUR_NAMES[scheme].toLowerCase()}`}
          role="menuitemradio"
          ariaChecked={scheme === colours}
          active={scheme === colours}
          onClick={() => onColours(scheme)}
        />
      ))}
      {choice('Legend', 'legend', hasLegend)}
      {isComparison && (
        <>
          <Menu.Divider />
          {choice('Compare values, not shares', 'diff-by', state.diffBy === 'value')}
        </>
      )}
      <Menu.Divider />
      {onSaveChoices !== undefined && <Menu.Item label="Save as the panel's view" onClick={onSaveChoices} />}
      {onCopyLink !== undefined && <Menu.Item label="Copy link to this view" onClick={onCopyLink} />}
      <Menu.Item label="Keys" shortcut="?" onClick={() => onCommand('keys')} />
    </Menu>
  );
  return <MenuButton icon="sliders-v-alt" label="How it is drawn" menu={menu} />;
}
