import { css } from '@emotion/css';
import { dateTime, type DateTime, type GrafanaTheme2, type TimeRange } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ProfileBaseline } from '../../profile/profileQuery';
import { baselineInWords } from './baselineInWords';
import { Choice } from './Choice';
import { CommittedInput } from './CommittedInput';
import { EditorField } from './EditorField';
import { durationError } from './fieldErrors';
import { LabelSelectorInput } from './LabelSelectorInput';
import { ProfileTypePicker } from './ProfileTypePicker';
import { serviceOptions } from './serviceOptions';
import { suggestFor } from './suggestFor';
import type { EditorDataSource } from './editorDataSource';

interface Props {
  readonly id: string;
  readonly datasource: EditorDataSource;
  readonly baseline: ProfileBaseline | undefined;
  readonly profileTypeId: string;
  readonly range: TimeRange | undefined;
  readonly onChange: (baseline: ProfileBaseline) => void;
}

const OWN_RANGE = 'own range';
const times = [
  { value: '1h', label: '1 hour earlier' },
  { value: '1d', label: '1 day earlier' },
  { value: '7d', label: '7 days earlier' },
  { value: OWN_RANGE, label: 'A range of its own' },
];

/** What the left side of a comparison has other than the query, which is the right side. */
export function BaselineFields({ id, datasource, baseline = {}, profileTypeId, range, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const { shift = '', from, to, labelSelector, service, profileTypeId: otherType } = baseline;
  const hasRange = from !== undefined || to !== undefined;
  const change = (fields: ProfileBaseline) => onChange({ ...baseline, ...fields });
  const given = (text: string) => (text === '' ? undefined : text);
  const time = hasRange ? OWN_RANGE : shift;
  const { suggestions } = datasource;
  return (
    <>
      <EditorField
        id={`${id}-time`}
        label="Baseline: when"
        flex="1 1 150px"
        error={shift === '' ? undefined : durationError(shift)}
      >
        <Choice
          id={`${id}-time`}
          value={time}
          label={times.find(({ value }) => value === time)?.label ?? (time === '' ? undefined : `${time} earlier`)}
          load={(typed) =>
            Promise.resolve(times.filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase())))
          }
          placeholder="At the same time"
          onChange={(chosen) =>
            change(
              chosen === OWN_RANGE
                ? { shift: undefined, ...weekBefore(range) }
                : { shift: given(chosen), from: undefined, to: undefined }
            )
          }
        />
      </EditorField>
      {hasRange ? (
        <>
          <EditorField
            id={`${id}-from`}
            label="Baseline: from"
            flex="1 1 110px"
            error={from === undefined ? 'Both ends are needed' : undefined}
          >
            <CommittedInput
              id={`${id}-from`}
              value={from ?? ''}
              placeholder="now-7d"
              onCommit={(text) => change({ from: given(text) })}
            />
          </EditorField>
          <EditorField
            id={`${id}-to`}
            label="Baseline: to"
            flex="1 1 110px"
            error={to === undefined ? 'Both ends are needed' : undefined}
          >
            <CommittedInput
              id={`${id}-to`}
              value={to ?? ''}
              placeholder="now-6d"
              onCommit={(text) => change({ to: given(text) })}
            />
          </EditorField>
        </>
      ) : null}
      <EditorField id={`${id}-service`} label="Baseline: service" flex="1 1 150px">
        <Choice
          id={`${id}-service`}
          value={service ?? ''}
          load={(typed) => serviceOptions(datasource, typed, otherType ?? profileTypeId, range)}
          placeholder="The same"
          onChange={(chosen) => change({ service: given(chosen) })}
        />
      </EditorField>
      <LabelSelectorInput
        id={`${id}-labels`}
        label="Baseline: labels"
        placeholder="The same"
        isOptional
        value={labelSelector ?? ''}
        suggest={(completion) => suggestFor(datasource, completion, otherType ?? profileTypeId, range)}
        onCommit={(selector) => {
          if (selector !== (labelSelector ?? '')) {
            change({ labelSelector: given(selector) });
          }
        }}
      />
      <ProfileTypePicker
        id={`${id}-type`}
        label="Baseline: profile type"
        value={otherType ?? ''}
        placeholder="The same"
        load={() => suggestions.profileTypes(datasource.labelScope('{}', undefined, range))}
        onChange={(chosen) => change({ profileTypeId: given(chosen) })}
      />
      <div className={styles.words}>{baselineInWords(baseline)}</div>
    </>
  );
}

/** The query's own range a week earlier, to begin with: as relative as it is, which Grafana reads as `now-1h-7d`. */
function weekBefore(range: TimeRange | undefined): Pick<ProfileBaseline, 'from' | 'to'> {
  const earlier = (raw: DateTime | string) =>
    typeof raw === 'string' ? `${raw}-7d` : dateTime(raw).subtract(7, 'days').toISOString();
  return { from: earlier(range?.raw.from ?? 'now-1h'), to: earlier(range?.raw.to ?? 'now') };
}

const getStyles = (theme: GrafanaTheme2) => ({
  words: css({
    flex: '1 1 100%',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
