import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useEffect, useRef, useState, type ClipboardEvent } from 'react';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { CodeHighlight } from './CodeHighlight';
import { applyCodeCompletion, codeCompletionAt, type CodeCompletion } from './codeCompletion';
import { codeProblem } from './codeProblem';
import { formatCode, readCode, type CodeFields } from './codeText';
import { EditorField, errorId } from './EditorField';
import { foldLines } from './foldLines';
import { replaceText } from './replaceText';
import { useCompletion } from './useCompletion';

interface Props {
  readonly id: string;
  readonly fields: CodeFields;
  readonly placeholder: string;
  /** Another part of the page says already what is wrong with the fields: here it is only marked. */
  readonly isProblemTold: boolean;
  /** All that could stand there. Rejects with a ProblemError. */
  readonly suggest: (completion: CodeCompletion) => Promise<readonly string[]>;
  /** Called with what the text says when the field is left, or with Enter to run it in any case. */
  readonly onCommit: (fields: CodeFields, run: boolean) => void;
}

/**
 * A whole query as text, coloured while it is written. Not Grafana's code editor: that would load megabytes for one
 * line, and keep Tab for itself.
 */
export function CodeInput({ id, fields, placeholder, isProblemTold, suggest, onCommit }: Props) {
  const styles = useStyles2(getStyles);
  const field = useRef<HTMLTextAreaElement>(null);
  const saved = formatCode(fields);
  const [text, setText] = useState(saved);
  const [isEditing, setIsEditing] = useState(false);
  useEffect(() => setText(saved), [saved]);
  const completion = useCompletion<CodeCompletion>({
    field: () => field.current,
    completeAt: codeCompletionAt,
    suggest,
    apply: applyCodeCompletion,
    listLabel,
    describe: (option, { kind }) =>
      kind === 'type' && !option.includes('$') ? describeProfileType(option).label : undefined,
  });

  const commit = (run: boolean) => {
    const read = readCode(text);
    setText(formatCode(read));
    setIsEditing(false);
    completion.close();
    onCommit(read, run);
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    const folded = foldLines(pasted);
    if (folded !== pasted) {
      event.preventDefault();
      const { selectionStart, selectionEnd } = event.currentTarget;
      replaceText(event.currentTarget, selectionStart, selectionEnd, folded, selectionStart + folded.length);
    }
  };

  const problem = isEditing ? undefined : codeProblem(text);
  const isTold = isProblemTold && problem !== undefined && text === saved;
  const error =
    problem?.sentence ??
    (completion.failure === undefined ? undefined : `Nothing can be suggested. ${completion.failure.sentence}`);
  return (
    <EditorField id={id} label="Query" flex="1 1 100%" error={isTold ? undefined : error}>
      <div className={styles.box}>
        <div className={cx(styles.layers, problem !== undefined && styles.invalid)}>
          <div aria-hidden className={styles.picture} data-testid="query highlight">
            <CodeHighlight text={text} problem={problem} />
          </div>
          <textarea
            {...completion.fieldProps}
            id={id}
            ref={field}
            rows={1}
            value={text}
            placeholder={placeholder}
            aria-invalid={problem !== undefined}
            aria-describedby={error === undefined ? undefined : errorId(id)}
            className={styles.field}
            onClick={completion.offerHere}
            onKeyUp={({ key }) => {
              if (/^(ArrowLeft|ArrowRight|Home|End)$/.test(key)) {
                completion.offerHere();
              }
            }}
            onChange={({ currentTarget }) => {
              setIsEditing(true);
              setText(currentTarget.value);
              completion.offerHere();
            }}
            onPaste={onPaste}
            onKeyDown={(event) => {
              if (!completion.onKeyDown(event) && event.key === 'Enter' && !event.nativeEvent.isComposing) {
                event.preventDefault();
                commit(true);
              }
            }}
            onBlur={() => commit(false)}
          />
        </div>
        {completion.list}
        {isTold && (
          <span hidden id={errorId(id)}>
            {error}
          </span>
        )}
      </div>
    </EditorField>
  );
}

function listLabel(completion: CodeCompletion): string {
  switch (completion.kind) {
    case 'type':
      return 'Profile types';
    case 'value':
      return `Values of ${completion.name}`;
    case 'name':
      return 'Label names';
    case 'operator':
      return 'Operators';
  }
}

const getStyles = (theme: GrafanaTheme2) => {
  // Both layers have to break lines at the same places.
  const text = {
    gridArea: '1 / 1',
    minWidth: 0,
    margin: 0,
    padding: theme.spacing(0.75, 1),
    border: 'none',
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.size.sm,
    lineHeight: '18px',
    letterSpacing: 'normal',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    tabSize: 2,
  } as const;
  return {
    box: css({ position: 'relative' }),
    layers: css({
      display: 'grid',
      minHeight: theme.spacing(theme.components.height.md),
      background: theme.components.input.background,
      border: `1px solid ${theme.components.input.borderColor}`,
      borderRadius: theme.shape.radius.default,
      '&:hover': { borderColor: theme.components.input.borderHover },
      '&:focus-within': {
        outline: `2px solid ${theme.colors.primary.main}`,
        outlineOffset: 1,
      },
    }),
    invalid: css({ borderColor: theme.colors.error.border, '&:hover': { borderColor: theme.colors.error.border } }),
    picture: css(text),
    field: css({
      ...text,
      width: '100%',
      height: '100%',
      resize: 'none',
      overflow: 'hidden',
      outline: 'none',
      background: 'transparent',
      color: 'transparent',
      caretColor: theme.colors.text.primary,
      '&:focus, &:focus-visible': { outline: 'none', boxShadow: 'none' },
      '&::placeholder': { color: theme.colors.text.disabled },
      '&::selection': { color: 'transparent', background: theme.colors.action.selected },
    }),
  };
};
