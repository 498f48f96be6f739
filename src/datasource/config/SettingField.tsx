import { css } from '@emotion/css';
import { InlineField } from '@grafana/ui';
import type { ReactElement } from 'react';

interface Props {
  /** Of the control that the label is for. */
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  /** What is wrong with the value, in a sentence. */
  readonly problem?: string;
  readonly disabled?: boolean;
  readonly children: ReactElement<Record<string, unknown>>;
}

/** A field of the settings page, of the width and with the marks that Grafana's own fields have there. */
export function SettingField({ id, label, tooltip, problem, disabled, children }: Props) {
  return (
    <InlineField
      className={narrow}
      htmlFor={id}
      label={label}
      labelWidth={24}
      tooltip={tooltip}
      interactive
      disabled={disabled}
      invalid={problem !== undefined}
      error={problem}
    >
      {children}
    </InlineField>
  );
}

/** Controls have a width of their own, which a narrow page has not; and so has what is wrong with them. */
const narrow = css({
  maxWidth: '100%',
  '& > div': { minWidth: 0, flexShrink: 1 },
  '& [data-testid="input-wrapper"]': { maxWidth: '100%' },
  '& [role="alert"]': { whiteSpace: 'normal' },
});
