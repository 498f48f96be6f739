import { ConfigSection } from '@grafana/plugin-ui';
import { Input } from '@grafana/ui';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { knownTypes } from '../../catalogue/knownTypes';
import { DEFAULT_MAX_NODES, LARGEST_MAX_NODES } from '../../profile/profileQuery';
import { Choice } from '../editor/Choice';
import { profileTypeOptions } from '../editor/profileTypeOptions';
import { NumberInput } from './NumberInput';
import { SettingField } from './SettingField';
import type { SettingsSectionProps } from './settingsSection';

interface Props extends SettingsSectionProps {
  /** What the backend has, where it is known. */
  readonly profileTypes: readonly string[];
}

/** What queries ask for that do not say it themselves. */
export function DefaultsSection({ settings, problems, profileTypes, onChange }: Props) {
  const { jsonData, readOnly } = settings;
  const { defaultProfileType = '', defaultLabelSelector = '', minStep = '', maxNodes } = jsonData;
  return (
    <ConfigSection title="Defaults" description="What queries ask for that do not say it themselves." isCollapsible>
      <SettingField
        id="default-profile-type"
        label="Default profile type"
        tooltip="What new queries show. Without one: CPU, or what the backend has most like it."
        problem={problems.defaultProfileType}
        disabled={readOnly}
      >
        <Choice
          id="default-profile-type"
          value={defaultProfileType}
          label={describeProfileType(defaultProfileType).label}
          load={async (typed) => profileTypeOptions([...profileTypes, ...Object.keys(knownTypes)], typed)}
          placeholder="CPU"
          disabled={readOnly}
          width={40}
          onChange={(chosen) => onChange({ defaultProfileType: chosen })}
        />
      </SettingField>
      <SettingField
        id="default-selector"
        label="Default selector"
        tooltip="The label selector of new queries. Without one: every service."
        problem={problems.defaultLabelSelector}
        disabled={readOnly}
      >
        <Input
          id="default-selector"
          width={40}
          value={defaultLabelSelector}
          placeholder='{service_name="checkout"}'
          spellCheck={false}
          onChange={({ currentTarget }) => onChange({ defaultLabelSelector: currentTarget.value })}
        />
      </SettingField>
      <SettingField
        id="min-step"
        label="Shortest step"
        tooltip="Time series are never finer than this, such as 15s. A step is never shorter than the profiler's upload interval either, which is found from the data."
        problem={problems.minStep}
        disabled={readOnly}
      >
        <Input
          id="min-step"
          width={20}
          value={minStep}
          placeholder="By the data"
          onChange={({ currentTarget }) => onChange({ minStep: currentTarget.value.trim() })}
        />
      </SettingField>
      <SettingField
        id="max-nodes"
        label="Most nodes"
        tooltip={`How many nodes a flame graph has whose query does not say it, 1 to ${LARGEST_MAX_NODES.toLocaleString('en')}. More show more of what is small, and take longer.`}
        problem={problems.maxNodes}
        disabled={readOnly}
      >
        <NumberInput
          id="max-nodes"
          value={maxNodes}
          placeholder={DEFAULT_MAX_NODES.toLocaleString('en')}
          disabled={readOnly}
          min={1}
          step={1}
          onChange={(count) => onChange({ maxNodes: count })}
        />
      </SettingField>
    </ConfigSection>
  );
}
