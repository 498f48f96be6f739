import { ConfigSection } from '@grafana/plugin-ui';
import { Input } from '@grafana/ui';
import { NumberInput } from './NumberInput';
import { SettingField } from './SettingField';
import type { SettingsSectionProps } from './settingsSection';

/** What machines cost, for those who want to see profiles as money. */
export function CostSection({ settings, problems, onChange }: SettingsSectionProps) {
  const { jsonData, readOnly } = settings;
  const { coreHourCost, gibHourCost, currency = '' } = jsonData;
  return (
    <ConfigSection
      title="Costs"
      description="What your machines cost: the details of a function then say what its CPU time, or its memory, comes to in a month."
      isCollapsible
      isInitiallyOpen={false}
    >
      <SettingField
        id="core-hour"
        label="Core-hour"
        tooltip="What one core costs for an hour: the price of a machine, divided by its cores."
        problem={problems.coreHourCost}
        disabled={readOnly}
      >
        <NumberInput
          id="core-hour"
          value={coreHourCost}
          placeholder="0.04"
          disabled={readOnly}
          min={0}
          step="any"
          onChange={(cost) => onChange({ coreHourCost: cost })}
        />
      </SettingField>
      <SettingField
        id="gib-hour"
        label="GiB-hour"
        tooltip="What one GiB of memory costs for an hour."
        problem={problems.gibHourCost}
        disabled={readOnly}
      >
        <NumberInput
          id="gib-hour"
          value={gibHourCost}
          placeholder="0.005"
          disabled={readOnly}
          min={0}
          step="any"
          onChange={(cost) => onChange({ gibHourCost: cost })}
        />
      </SettingField>
      <SettingField
        id="currency"
        label="Currency"
        tooltip="Its code of three letters."
        problem={problems.currency}
        disabled={readOnly}
      >
        <Input
          id="currency"
          width={20}
          value={currency}
          placeholder="USD"
          onChange={({ currentTarget }) => onChange({ currency: currentTarget.value.trim().toUpperCase() })}
        />
      </SettingField>
    </ConfigSection>
  );
}
