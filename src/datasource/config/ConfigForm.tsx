import {
  AdvancedHttpSettings,
  Auth,
  AuthMethod,
  ConfigSection,
  ConfigSubSection,
  ConnectionSettings,
  convertLegacyAuthProps,
} from '@grafana/plugin-ui';
import { Divider, InlineField, SecretInput } from '@grafana/ui';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { knownTypes } from '../../catalogue/knownTypes';
import { Choice } from '../editor/Choice';
import { profileTypeOptions } from '../editor/profileTypeOptions';
import type { ConfigEditorProps } from './ConfigEditor';
import { otherHeaders, TENANT_HEADER, tenantOf, withOtherHeaders, withTenant } from './httpHeaders';

const LABEL_WIDTH = 24;

/** Address, authentication, tenant and defaults of a data source. */
export function ConfigForm({ options, onOptionsChange }: ConfigEditorProps) {
  const auth = convertLegacyAuthProps({ config: options, onChange: onOptionsChange });
  const tenant = tenantOf(options);
  const { defaultProfileType = '' } = options.jsonData;
  return (
    <>
      <ConnectionSettings
        config={options}
        onChange={onOptionsChange}
        urlPlaceholder="http://localhost:4040"
        urlTooltip="Where Grafana reaches the backend: its base URL, such as http://pyroscope:4040."
      />
      <Divider />
      <Auth
        {...auth}
        // Requests go through Grafana, never from the browser, so there are no cross-site credentials.
        visibleMethods={[AuthMethod.NoAuth, AuthMethod.BasicAuth, AuthMethod.OAuthForward]}
        customHeaders={{
          headers: otherHeaders(options),
          onChange: (headers) => onOptionsChange(withOtherHeaders(options, headers)),
        }}
      />
      <Divider />
      <ConfigSection
        title="Tenant and defaults"
        description="What is asked of a backend that many share."
        isCollapsible
      >
        <InlineField
          htmlFor="tenant"
          label="Tenant"
          labelWidth={LABEL_WIDTH}
          tooltip={`Sent as the header ${TENANT_HEADER}. Empty for a backend without tenants; several, where the backend takes them, as a|b.`}
          disabled={options.readOnly}
          interactive
        >
          <SecretInput
            id="tenant"
            width={40}
            placeholder="None"
            isConfigured={tenant?.configured ?? false}
            value={tenant?.value ?? ''}
            onChange={({ currentTarget }) => onOptionsChange(withTenant(options, currentTarget.value))}
            onReset={() => onOptionsChange(withTenant(options, ''))}
          />
        </InlineField>
        <InlineField
          htmlFor="default-profile-type"
          label="Default profile type"
          labelWidth={LABEL_WIDTH}
          tooltip="What new queries show. Without one: CPU, or what the backend has most like it."
          disabled={options.readOnly}
        >
          <Choice
            id="default-profile-type"
            value={defaultProfileType}
            label={describeProfileType(defaultProfileType).label}
            load={async (typed) => profileTypeOptions(Object.keys(knownTypes), typed)}
            placeholder="CPU"
            disabled={options.readOnly}
            width={40}
            onChange={(chosen) =>
              onOptionsChange({
                ...options,
                jsonData: { ...options.jsonData, defaultProfileType: chosen === '' ? undefined : chosen },
              })
            }
          />
        </InlineField>
      </ConfigSection>
      <Divider />
      <ConfigSection title="Advanced settings" isCollapsible isInitiallyOpen={false}>
        <ConfigSubSection title="">
          <AdvancedHttpSettings config={options} onChange={onOptionsChange} />
        </ConfigSubSection>
      </ConfigSection>
    </>
  );
}
