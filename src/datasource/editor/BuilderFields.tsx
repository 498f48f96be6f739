import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { Button, Label, useStyles2 } from '@grafana/ui';
import { useRef, useState } from 'react';
import { problemOf, type Problem } from '../../base/problem';
import { Choice } from './Choice';
import { EditorField } from './EditorField';
import { MatcherRowFields } from './MatcherRowFields';
import { serviceOptions } from './serviceOptions';
import { useMatcherRows } from './useMatcherRows';
import { variableOptions } from './variableOptions';
import type { EditorDataSource } from './editorDataSource';

interface Props {
  readonly id: string;
  readonly datasource: EditorDataSource;
  readonly profileTypeId: string;
  /** One that can be read. */
  readonly labelSelector: string;
  readonly range: TimeRange | undefined;
  readonly onChange: (labelSelector: string) => void;
}

/** The service and the labels of a query, one field for each thing that the selector says. */
export function BuilderFields({ id, datasource, profileTypeId, labelSelector, range, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const matchers = useMatcherRows(labelSelector, onChange);
  const [failure, setFailure] = useState<Problem>();
  const addButton = useRef<HTMLButtonElement>(null);
  const [newKey, setNewKey] = useState<number>();
  const { suggestions } = datasource;
  const scope = (key: number | undefined) => datasource.labelScope(matchers.othersOf(key), profileTypeId, range);
  /** What fails is said below the fields: the list that Grafana opens says only that it did. */
  const said = async <T,>(asked: Promise<T>): Promise<T> => {
    try {
      const found = await asked;
      setFailure(undefined);
      return found;
    } catch (error) {
      setFailure(problemOf(error));
      throw error;
    }
  };
  const variables = datasource.variableNames();
  return (
    <>
      <EditorField id={`${id}-service`} label="Service" flex="1 1 160px">
        <Choice
          id={`${id}-service`}
          value={matchers.service}
          load={(typed) => said(serviceOptions(datasource, typed, profileTypeId, range))}
          placeholder={matchers.hasServiceRow ? 'As the labels say' : 'All services'}
          onChange={matchers.setService}
        />
      </EditorField>
      <div role="group" aria-labelledby={`${id}-labels`} className={styles.labels}>
        <Label id={`${id}-labels`}>Labels</Label>
        <div className={styles.rows}>
          {matchers.rows.map(({ key, row }) => (
            <MatcherRowFields
              key={key}
              id={`${id}-${key}`}
              row={row}
              isNew={key === newKey}
              loadNames={() => said(suggestions.labelNames(scope(key)))}
              loadValues={async ({ label, operator }) => [
                ...variableOptions(variables, operator),
                ...(label === '' ? [] : await said(suggestions.labelValues(label, scope(key)))),
              ]}
              onChange={(next) => matchers.change(key, next)}
              onRemove={() => {
                matchers.remove(key);
                addButton.current?.focus();
              }}
            />
          ))}
          <Button
            ref={addButton}
            variant="secondary"
            icon="plus"
            aria-label="Add a label"
            onClick={() => setNewKey(matchers.add())}
          />
        </div>
        {failure === undefined ? null : (
          <div role="alert" className={styles.failure}>
            Nothing can be suggested. {failure.sentence}
          </div>
        )}
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  labels: css({ flex: '3 1 440px', minWidth: 0, maxWidth: '100%' }),
  rows: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  failure: css({
    marginTop: theme.spacing(0.5),
    color: theme.colors.error.text,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
