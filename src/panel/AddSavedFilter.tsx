import { Button, Dropdown, Menu } from '@grafana/ui';
import { hasFilter } from '../flamegraph/viewer/filterEdits';
import { LEAST_CHANGE, PRESETS } from '../flamegraph/viewer/filterWords';
import { languageText } from '../profile/filters/filterText';
import type { StackFilter, StackRule } from '../profile/filters/stackFilter';

interface AddSavedFilterProps {
  readonly filters: readonly StackFilter[];
  /** Adds the rule, or takes it away where it is on. */
  readonly onToggle: (rule: StackRule) => void;
  /** Asks for a filter by text, package or file. */
  readonly onForm: () => void;
}

/** The same ways to see less of a profile as in the panel, but for those that need a profile to be looked at. */
export function AddSavedFilter({ filters, onToggle, onForm }: AddSavedFilterProps) {
  const item = (label: string, rule: StackRule) => (
    <Menu.Item
      key={label}
      label={label}
      role="menuitemcheckbox"
      ariaChecked={hasFilter(filters, rule)}
      active={hasFilter(filters, rule)}
      onClick={() => onToggle(rule)}
    />
  );
  const menu = () => (
    <Menu ariaLabel="Add filter">
      <Menu.Item label="By text, package or file…" onClick={onForm} />
      <Menu.Divider />
      {item('Only my code', { kind: 'only-my-code' })}
      {item('Only what changed, of a comparison', { kind: 'only-changed', atLeast: LEAST_CHANGE })}
      <Menu.Item
        label="Fold the runtime of"
        childItems={PRESETS.map((preset) => item(languageText(preset), { kind: 'preset', preset }))}
      />
      <Menu.Divider />
      {item('Collapse direct recursion', { kind: 'collapse-recursion', scope: 'direct' })}
      {item('Collapse all recursion', { kind: 'collapse-recursion', scope: 'whole' })}
    </Menu>
  );
  return (
    <Dropdown overlay={menu} placement="bottom-start">
      <Button size="sm" variant="secondary" icon="plus">
        Add filter
      </Button>
    </Dropdown>
  );
}
