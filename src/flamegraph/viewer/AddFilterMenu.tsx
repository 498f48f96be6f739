import { type ComponentType, useState } from 'react';
import { Menu } from '@grafana/ui';
import type { AddFilterItemsProps } from './AddFilterItems';
import { MenuButton } from './MenuButton';

interface AddFilterMenuProps extends AddFilterItemsProps {
  readonly hasWords: boolean;
}

/** The button that opens the ways to see less of the profile. */
export function AddFilterMenu({ hasWords, ...items }: AddFilterMenuProps) {
  const [Items, setItems] = useState<ComponentType<AddFilterItemsProps>>();
  // Before the click, so that the menu has its items when it looks for the first one to focus.
  const load = () => {
    if (Items === undefined) {
      void import('./AddFilterItems').then(({ AddFilterItems }) => setItems(() => AddFilterItems));
    }
  };
  return (
    <span onPointerEnter={load} onFocus={load}>
      <MenuButton
        icon="filter"
        label="Add filter"
        words={hasWords ? 'Filter' : undefined}
        menu={() => (Items === undefined ? <Menu ariaLabel="Add filter">{null}</Menu> : <Items {...items} />)}
      />
    </span>
  );
}
