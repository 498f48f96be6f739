import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Dropdown, Menu, useStyles2 } from '@grafana/ui';
import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { labelForms } from '../layout/labelForms';
import { ancestry } from '../../profile/nodePath';
import { valueText } from './boxLabels';
import { focusCrumbs } from './focusCrumbs';
import { formatShare } from './formatShare';
import { nodeName } from './nodeFacts';

interface FocusPathProps {
  readonly tree: CallTree;
  readonly focus: NodeIndex;
  /** Name of the function that was focused, where this profile does not have it. */
  readonly missing?: string;
  /** What the whole is called. Absent: "Whole profile". */
  readonly wholeName?: string;
  readonly format: (value: number) => string;
  /** CSS pixels for the whole path. */
  readonly width: number;
  readonly onFocus: (node: NodeIndex) => void;
}

/** About as wide as a letter of the body font is; a crumb that is a little too long is cut by CSS. */
const LETTER = 7;
const SEPARATOR = 18;
const DOTS = 40;
/** CSS pixels, of the name of a crumb that leads back. */
const WIDEST = 220;
const MOST_LETTERS = 28;
/** The innermost hidden functions are listed; those further out can be clicked in the graph. */
const MOST_LISTED = 30;

/** The way from the whole profile to the focus, each step a way back. */
export function FocusPath(props: FocusPathProps) {
  const { tree, focus, missing, wholeName = 'Whole profile', format, width, onFocus } = props;
  const styles = useStyles2(getStyles);
  const whole = `${wholeName}: ${valueText(tree, ROOT, format)}`;
  const label = (node: NodeIndex, most = MOST_LETTERS) =>
    labelForms(nodeName(tree, node)).find((form) => form.length <= most) ?? lastForm(tree, node);
  const summary = focus === ROOT ? '' : `${valueText(tree, focus, format)} · ${shareText(tree, focus)}`;
  const room = width - (whole.length + summary.length + (missing?.length ?? 0)) * LETTER - 2 * SEPARATOR;
  const crumbWidth = (node: NodeIndex) => Math.min(WIDEST, label(node).length * LETTER) + SEPARATOR;
  const { hidden, shown } = focusCrumbs(ancestry(tree, focus), room, DOTS, crumbWidth);
  const used = shown.reduce((sum, node) => sum + crumbWidth(node), hidden.length > 0 ? DOTS : 0);
  const mostAtEnd = Math.max(MOST_LETTERS, (room - used) / LETTER + label(focus).length);
  const dots = (
    <Menu>
      {hidden.slice(-MOST_LISTED).map((node) => (
        <Menu.Item key={node} label={label(node)} onClick={() => onFocus(node)} />
      ))}
    </Menu>
  );
  return (
    <nav className={styles.path} style={{ maxWidth: width }} aria-label="Focused function">
      {focus === ROOT ? (
        <span className={styles.whole}>{whole}</span>
      ) : (
        <button type="button" className={styles.crumb} onClick={() => onFocus(ROOT)}>
          {whole}
        </button>
      )}
      {hidden.length > 0 && (
        <>
          <Separator />
          <Dropdown overlay={dots} placement="bottom-start">
            <button type="button" className={styles.crumb} aria-label={`${hidden.length} functions between`}>
              …
            </button>
          </Dropdown>
        </>
      )}
      {shown.map((node) => (
        <span key={node} className={styles.step}>
          <Separator />
          {node === focus ? (
            <span className={styles.focus} title={nodeName(tree, node)} aria-current="true">
              <bdi>{label(node, mostAtEnd)}</bdi>
            </span>
          ) : (
            <button type="button" className={styles.crumb} title={nodeName(tree, node)} onClick={() => onFocus(node)}>
              <bdi>{label(node)}</bdi>
            </button>
          )}
        </span>
      ))}
      {missing !== undefined && (
        <span className={styles.step}>
          <Separator />
          <span className={styles.missing} title={`${missing} has no samples in this profile`}>
            <bdi>{missing}</bdi> (no samples)
          </span>
        </span>
      )}
      {summary !== '' && <span className={styles.summary}>{summary}</span>}
    </nav>
  );
}

function shareText({ total, right }: CallTree, node: NodeIndex): string {
  const left = formatShare(total[node], total[ROOT]);
  return right === undefined ? left : `${left} → ${formatShare(right.total[node], right.total[ROOT])}`;
}

function lastForm(tree: CallTree, node: NodeIndex): string {
  const forms = labelForms(nodeName(tree, node));
  return forms[forms.length - 1];
}

function Separator() {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.separator} aria-hidden>
      ›
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const text = {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    padding: theme.spacing(0.25, 0.5),
    font: 'inherit',
  } as const;
  return {
    path: css({
      display: 'flex',
      alignItems: 'center',
      minWidth: 0,
      overflow: 'hidden',
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    step: css({ display: 'flex', alignItems: 'center', minWidth: 0 }),
    crumb: css({
      ...text,
      maxWidth: WIDEST,
      border: 'none',
      borderRadius: theme.shape.radius.default,
      background: 'transparent',
      color: theme.colors.text.link,
      '&:hover': { background: theme.colors.action.hover, textDecoration: 'underline' },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
    }),
    whole: css({ ...text, color: theme.colors.text.primary, fontVariantNumeric: 'tabular-nums' }),
    focus: css({ ...text, color: theme.colors.text.primary, fontWeight: theme.typography.fontWeightMedium }),
    missing: css({ ...text, color: theme.colors.text.secondary, fontStyle: 'italic' }),
    separator: css({ color: theme.colors.text.disabled }),
    summary: css({
      flex: 'none',
      paddingLeft: theme.spacing(0.5),
      color: theme.colors.text.secondary,
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    }),
  };
};
