import { css } from '@emotion/css';
import {
  AdvancedHttpSettings,
  Auth,
  AuthMethod,
  ConfigSection,
  ConfigSubSection,
  ConnectionSettings,
  convertLegacyAuthProps,
} from '@grafana/plugin-ui';
import { Divider, FieldValidationMessage } from '@grafana/ui';
import type { ConfigEditorProps } from './configEditorProps';
import { CostSection } from './CostSection';
import { DefaultsSection } from './DefaultsSection';
import { otherHeaders, withOtherHeaders } from './httpHeaders';
import { LimitsSection } from './LimitsSection';
import { withFields } from './settingsChange';
import { addressProblem, settingsProblems } from './settingsProblems';
import type { SettingsSectionProps } from './settingsSection';
import { SourceSection } from './SourceSection';
import { TenantField } from './TenantField';
import { useSavedBackend } from './useSavedBackend';

/** The address's field would reach out of a narrow window. */
const narrowable = css({ 'label ~ div, label ~ div *': { minWidth: 0 } });

/** Everything that can be set of a data source, each field with what is wrong with it. */
export function ConfigForm({ options, onOptionsChange }: ConfigEditorProps) {
  const auth = convertLegacyAuthProps({ config: options, onChange: onOptionsChange });
  const backend = useSavedBackend(options.uid);
  const address = options.url === '' ? undefined : addressProblem(options.url);
  const section: SettingsSectionProps = {
    settings: options,
    problems: settingsProblems(options.jsonData),
    onChange: (fields) => onOptionsChange(withFields(options, fields)),
  };
  return (
    <>
      <ConnectionSettings
        config={options}
        onChange={onOptionsChange}
        urlPlaceholder="http://localhost:4040"
        className={narrowable}
        urlTooltip="Where Grafana reaches the backend: its base URL, such as http://pyroscope:4040."
      />
      {address === undefined ? null : <FieldValidationMessage>{address}</FieldValidationMessage>}
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
      <ConfigSection title="Tenant" description="Whose profiles they are, for a backend that many share." isCollapsible>
        <TenantField settings={options} onChange={onOptionsChange} />
      </ConfigSection>
      <Divider />
      <DefaultsSection {...section} profileTypes={backend.profileTypes} />
      <Divider />
      <LimitsSection {...section} />
      <Divider />
      <SourceSection {...section} labelNames={backend.labelNames} />
      <Divider />
      <CostSection {...section} />
      <Divider />
      <ConfigSection title="Advanced settings" isCollapsible isInitiallyOpen={false}>
        <ConfigSubSection title="">
          <AdvancedHttpSettings config={options} onChange={onOptionsChange} />
        </ConfigSubSection>
      </ConfigSection>
    </>
  );
}
