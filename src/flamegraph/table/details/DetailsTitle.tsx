import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, IconButton, useStyles2 } from '@grafana/ui';
import { displayName } from '../../layout/displayName';
import type { DetailQuestions } from '../detailQuestions';
import { nameParts } from './nameParts';
import { SourceLink } from './SourceLink';

interface DetailsTitleProps {
  readonly name: string;
  readonly file: string | undefined;
  readonly startLine: number | undefined;
  /** How many places the function has in the tree. */
  readonly nodes: number;
  readonly sourceLink: DetailQuestions['sourceLink'];
  readonly onClose: () => void;
}

/** A function's name, whole and in its parts, and where its source is. */
export function DetailsTitle({ name, file, startLine, nodes, sourceLink, onClose }: DetailsTitleProps) {
  const styles = useStyles2(getStyles);
  const parts = nameParts(name, file);
  const place = file === undefined || file === '' ? undefined : startLine === undefined ? file : `${file}:${startLine}`;
  const facts: ReadonlyArray<readonly [title: string, value: string | undefined]> = [
    ['Package', parts.package],
    ['Type', parts.type],
    ['Places', nodes > 1 ? `${nodes.toLocaleString()} in the call tree` : undefined],
  ];
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <bdi>{parts.member}</bdi>
        </h3>
        <ClipboardButton
          getText={() => name}
          icon="copy"
          size="sm"
          variant="secondary"
          fill="text"
          aria-label="Copy full name"
          tooltip="Copy full name"
        />
        <IconButton name="times" size="lg" aria-label="Close details" tooltip="Close details" onClick={onClose} />
      </div>
      <div className={styles.name}>
        <bdi>{displayName(name)}</bdi>
      </div>
      <dl className={styles.facts}>
        {facts.map(
          ([title, value]) =>
            value !== undefined && (
              <div key={title} className={styles.fact}>
                <dt>{title}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            )
        )}
        {place !== undefined && file !== undefined && (
          <div className={styles.fact}>
            <dt>Source</dt>
            <dd>
              <SourceLink href={sourceLink?.(file, startLine)}>{place}</SourceLink>
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  head: css({
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.5, 1),
    background: theme.colors.background.primary,
  }),
  title: css({
    flexGrow: 1,
    margin: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: theme.typography.h5.fontSize,
    lineHeight: theme.typography.h5.lineHeight,
  }),
  // Six lines: what is longer was generated, and is scrolled, so that the values below it are in sight.
  name: css({
    maxHeight: '9em',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    padding: theme.spacing(0, 1),
    overflowWrap: 'anywhere',
    color: theme.colors.text.secondary,
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    userSelect: 'all',
  }),
  facts: css({ margin: theme.spacing(0.5, 1) }),
  fact: css({
    display: 'flex',
    gap: theme.spacing(1),
    '& dt': {
      flexShrink: 0,
      width: 64,
      color: theme.colors.text.secondary,
      fontWeight: theme.typography.fontWeightRegular,
    },
    '& dd': { margin: 0, minWidth: 0, maxHeight: '6em', overflow: 'auto', overflowWrap: 'anywhere' },
  }),
});
