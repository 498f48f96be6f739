import { Menu } from '@grafana/ui';
import type { CallTree } from '../../profile/callTree';
import { languageText } from '../../profile/filters/filterText';
import { presetFor } from '../../profile/filters/presets';
import type { StackFilter, StackRule } from '../../profile/filters/stackFilter';
import { hasFilter } from './filterEdits';
import { changedRule, LARGER_CHANGES, LEAST_CHANGE, PRESETS } from './filterWords';
import { keyText } from './viewerCommands';

export interface AddFilterItemsProps {
  /** The profile without filters. */
  readonly tree: CallTree;
  readonly filters: readonly StackFilter[] | undefined;
  /** How a comparison's changes are shown. */
  readonly diffBy: 'value' | undefined;
  /** Adds the rule, or takes it away where it is on. */
  readonly onToggle: (rule: StackRule) => void;
  readonly onForm: () => void;
}

/** Ways to see less of the profile, its own language's first. */
export function AddFilterItems({ tree, filters, diffBy, onToggle, onForm }: AddFilterItemsProps) {
  const own = presetFor(tree);
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
      {tree.right !== undefined && (
        <>
          {item('Only what changed', changedRule(LEAST_CHANGE, diffBy), keyText('only-changed'))}
          <Menu.Item
            label="Only what changed by"
            childItems={LARGER_CHANGES.map((part) => item(`${100 * part} % or more`, changedRule(part, diffBy)))}
          />
        </>
      )}
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
}
