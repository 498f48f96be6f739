import { ConfigSection } from '@grafana/plugin-ui';
import { InlineSwitch, Input } from '@grafana/ui';
import { SettingField } from './SettingField';
import type { SettingsSectionProps } from './settingsSection';

/** What queries may not ask for, to keep a backend that many share from being asked for everything. */
export function LimitsSection({ settings, problems, onChange }: SettingsSectionProps) {
  const { jsonData, readOnly } = settings;
  const { longestRange = '', lookBack = '', requiresSelector = false } = jsonData;
  return (
    <ConfigSection
      title="Limits"
      description="What queries may not ask for, and what cannot be answered."
      isCollapsible
      isInitiallyOpen={false}
    >
      <SettingField
        id="longest-range"
        label="Longest range"
        tooltip="The longest time range that a query may ask for, such as 7d. Ranges longer than the backend allows at once are asked in parts, with or without this limit."
        problem={problems.longestRange}
        disabled={readOnly}
      >
        <Input
          id="longest-range"
          width={20}
          value={longestRange}
          placeholder="No limit"
          onChange={({ currentTarget }) => onChange({ longestRange: currentTarget.value.trim() })}
        />
      </SettingField>
      <SettingField
        id="look-back"
        label="Look-back limit"
        tooltip="How far back the backend answers (max_query_lookback), such as 7d. It leaves out what lies before without a word; with this limit, queries say so. Empty: found out from the backend, which most tell."
        problem={problems.lookBack}
        disabled={readOnly}
      >
        <Input
          id="look-back"
          width={20}
          value={lookBack}
          placeholder="As the backend tells"
          onChange={({ currentTarget }) => onChange({ lookBack: currentTarget.value.trim() })}
        />
      </SettingField>
      <SettingField
        id="requires-selector"
        label="Require a selector"
        tooltip="Refuses queries for every service, {}: a selector has to name something. Such queries are the dearest for the backend."
        disabled={readOnly}
      >
        <InlineSwitch
          id="requires-selector"
          value={requiresSelector}
          disabled={readOnly}
          onChange={({ currentTarget }) => onChange({ requiresSelector: currentTarget.checked })}
        />
      </SettingField>
    </ConfigSection>
  );
}
