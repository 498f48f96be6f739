import type { ReactElement } from 'react';
import { Button, Dropdown, type IconName } from '@grafana/ui';

interface MenuButtonProps {
  readonly icon: IconName;
  readonly label: string;
  /** Stands on the button; absent: the icon stands alone, and says what it is when pointed at. */
  readonly words?: string;
  /** Made when it is opened. */
  readonly menu: () => ReactElement;
}

/** A button of the toolbar that opens a menu. */
export function MenuButton({ icon, label, words, menu }: MenuButtonProps) {
  return (
    <Dropdown overlay={menu} placement="bottom-end">
      <Button
        size="sm"
        fill="text"
        variant="secondary"
        icon={icon}
        aria-label={label}
        tooltip={words === undefined ? label : undefined}
      >
        {words}
      </Button>
    </Dropdown>
  );
}
