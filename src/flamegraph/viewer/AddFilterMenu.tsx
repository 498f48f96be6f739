import { Button, Dropdown, Menu } from '@grafana/ui';
import { languageText } from '../../profile/filters/filterText';
import type { RuntimePreset, StackFilter, StackRule } from '../../profile/filters/stackFilter';
import { hasFilter } from './filterEdits';
import { LEAST_CHANGE, PRESETS } from './filterWords';
import { keyText } from './viewerCommands';

interface AddFilterMenuProps {
  readonly filters: readonly StackFilter[] | undefined;
  /** The runtime that the profile is of, where that can be told; asked for when the menu opens. */
  readonly findPreset: () => RuntimePreset | undefined;
  readonly isComparison: boolean;
  readonly hasWords: boolean;
  /** Adds the rule, or takes it away where it is on. */
  readonly onToggle: (rule: StackRule) => void;
  readonly onForm: () => void;
}

/** Ways to see less of the profile. */
export function AddFilterMenu(props: AddFilterMenuProps) {
  const { filters, findPreset, isComparison, hasWords, onToggle, onForm } = props;
  const menu = () => {
    const own = findPreset();
    const item = (label: string, rule: StackRule, shortcut?: string) => (
      <Menu.Item
        key={label}
        label={label}
        role="menuitemcheckbox"
        ariaChecked={hasFilter(filters, rule)}
        active={hasFilter(filters, rule)}
        shortcut={shortcut}
        onClick={() => onToggle(rule)}
      />
    );
    return (
      <Menu ariaLabel="Add filter">
        <Menu.Item label="By text, package or file…" shortcut={keyText('add-filter')} onClick={onForm} />
        <Menu.Divider />
        {item('Only my code', { kind: 'only-my-code' }, keyText('only-my-code'))}
        {isComparison &&
          item('Only what changed', { kind: 'only-changed', atLeast: LEAST_CHANGE }, keyText('only-changed'))}
        {own !== undefined && item(`Fold the runtime of ${languageText(own)}`, { kind: 'preset', preset: own })}
        <Menu.Item
          label="Fold the runtime of"
          childItems={PRESETS.filter((preset) => preset !== own).map((preset) =>
            item(languageText(preset), { kind: 'preset', preset })
          )}
        />
        <Menu.Divider />
        {item('Collapse direct recursion', { kind: 'collapse-recursion', scope: 'direct' })}
        {item('Collapse all recursion', { kind: 'collapse-recursion', scope: 'whole' })}
      </Menu>
    );
  };
  return (
    <Dropdown overlay={menu} placement="bottom-end">
      <Button
        size="sm"
        fill="text"
        variant="secondary"
        icon="filter"
        aria-label="Add filter"
        tooltip={hasWords ? undefined : 'Add filter'}
      >
        {hasWords ? 'Filter' : undefined}
      </Button>
    </Dropdown>
  );
}
