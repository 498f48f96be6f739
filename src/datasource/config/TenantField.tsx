import { SecretInput } from '@grafana/ui';
import { TENANT_HEADER, tenantOf, withTenant, type ProfilesSettings } from './httpHeaders';
import { SettingField } from './SettingField';
import { tenantProblem } from './settingsProblems';

interface Props {
  readonly settings: ProfilesSettings;
  readonly onChange: (settings: ProfilesSettings) => void;
}

/** The tenant, or several. It is a header like others, kept with the secrets and added by Grafana's proxy. */
export function TenantField({ settings, onChange }: Props) {
  const { configured = false, value = '' } = tenantOf(settings) ?? {};
  return (
    <SettingField
      id="tenant"
      label="Tenant"
      tooltip={`Sent as the header ${TENANT_HEADER}. Empty for a backend without tenants; several, where the backend takes them, as a|b.`}
      problem={configured ? undefined : tenantProblem(value)}
      disabled={settings.readOnly}
    >
      <SecretInput
        id="tenant"
        width={40}
        placeholder="None"
        isConfigured={configured}
        value={value}
        onChange={({ currentTarget }) => onChange(withTenant(settings, currentTarget.value))}
        onReset={() => onChange(withTenant(settings, ''))}
      />
    </SettingField>
  );
}
