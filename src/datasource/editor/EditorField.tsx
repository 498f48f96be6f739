import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { FieldValidationMessage, Label, useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

interface Props {
  /** Of the control that the label is for. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Stands beside the label: help, a mark. */
  readonly aside?: ReactNode;
  readonly error?: ReactNode;
  /** What is worth knowing, and no error. */
  readonly note?: ReactNode;
  /** Narrowest width before the row breaks, and its share of what is left, as the CSS property `flex`. */
  readonly flex: string;
  readonly children: ReactNode;
}

/** A control with its label above it and what is wrong below it, in a row that wraps. */
export function EditorField({ id, label, description, aside, error, note, flex, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div style={{ flex }} className={styles.field}>
      <div className={styles.head}>
        <Label id={labelId(id)} htmlFor={id} description={description}>
          {label}
        </Label>
        {aside}
      </div>
      {children}
      {note === undefined ? null : <div className={styles.note}>{note}</div>}
      {error === undefined ? null : (
        <div id={errorId(id)} className={styles.error}>
          <FieldValidationMessage>{error}</FieldValidationMessage>
        </div>
      )}
    </div>
  );
}

/** Of the label, for controls that take no id themselves. */
export function labelId(id: string): string {
  return `${id}-label`;
}

/** Of the sentence about what is wrong. */
export function errorId(id: string): string {
  return `${id}-error`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  field: css({ minWidth: 0, maxWidth: '100%' }),
  head: css({ display: 'flex', gap: theme.spacing(0.5), alignItems: 'flex-start' }),
  note: css({
    marginTop: theme.spacing(0.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  error: css({ marginTop: theme.spacing(0.5) }),
});
