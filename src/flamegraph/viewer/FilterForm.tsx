import { css } from '@emotion/css';
import { type FormEvent, useId, useMemo, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Input, Select, useStyles2 } from '@grafana/ui';
import type { FunctionMatch, StackRule } from '../../profile/filters/stackFilter';
import type { FunctionTable } from '../../profile/functionTable';
import { filterSuggestions } from './filterSuggestions';
import { MATCH_RULES, MATCH_WAYS, type MatchRuleKind } from './filterWords';

interface FilterFormProps {
  /** Of the profile without filters: what may be meant. Absent: it is not known yet which profile that will be. */
  readonly functions?: FunctionTable;
  readonly onAdd: (rule: StackRule) => void;
  readonly onClose: () => void;
}

/** A filter in words: what is done with which functions. */
export function FilterForm({ functions, onAdd, onClose }: FilterFormProps) {
  const styles = useStyles2(getStyles);
  const [kind, setKind] = useState<MatchRuleKind>('only-with');
  const [by, setBy] = useState<FunctionMatch['by']>('text');
  const [value, setValue] = useState('');
  const id = useId();
  const suggestions = useMemo(
    () => (functions === undefined ? [] : filterSuggestions(functions, by, value)),
    [functions, by, value]
  );
  const problem = by === 'regex' ? regexProblem(value) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value !== '' && problem === undefined) {
      onAdd({ kind, match: { by, value } });
    }
  };
  return (
    <form
      className={styles.form}
      aria-label="Add filter"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <Select
        aria-label="What is done"
        width={22}
        options={MATCH_RULES.map((rule) => ({ value: rule.kind, label: rule.label }))}
        value={kind}
        onChange={({ value: next }) => setKind(next ?? kind)}
        menuShouldPortal
      />
      <Select
        aria-label="How functions are told"
        width={22}
        options={MATCH_WAYS.map((way) => ({ ...way }))}
        value={by}
        onChange={({ value: next }) => setBy(next ?? by)}
        menuShouldPortal
      />
      <div className={styles.text}>
        <Input
          aria-label="Functions"
          autoFocus
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          invalid={problem !== undefined}
          title={problem}
          spellCheck={false}
          // With nothing to offer it is a plain field, to a screen reader, too.
          list={suggestions.length > 0 ? id : undefined}
          autoComplete="off"
          placeholder={by === 'regex' ? '^runtime\\.' : by === 'package' ? 'net/http' : 'json'}
        />
        <datalist id={id}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </div>
      <Button type="submit" disabled={value === '' || problem !== undefined}>
        Add
      </Button>
      <Button variant="secondary" fill="text" onClick={onClose}>
        Cancel
      </Button>
      {problem !== undefined && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </form>
  );
}

function regexProblem(text: string): string | undefined {
  try {
    new RegExp(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    paddingBottom: theme.spacing(1),
  }),
  text: css({ flex: '1 1 140px', minWidth: 120, maxWidth: 420 }),
  problem: css({ flexBasis: '100%', color: theme.colors.error.text, fontSize: theme.typography.bodySmall.fontSize }),
});
