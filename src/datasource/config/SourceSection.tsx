import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ConfigSection } from '@grafana/plugin-ui';
import { Input, useStyles2 } from '@grafana/ui';
import { SettingField } from './SettingField';
import type { SettingsSectionProps } from './settingsSection';
import { checkTemplate } from './sourceTemplate';

interface Props extends SettingsSectionProps {
  /** Of the backend; undefined where they are not known. */
  readonly labelNames: readonly string[] | undefined;
}

/** How a function's box leads to its code. */
export function SourceSection({ settings, problems, labelNames, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const { sourceLinkTemplate = '' } = settings.jsonData;
  const { example, warning } = sourceLinkTemplate === '' ? {} : checkTemplate(sourceLinkTemplate, labelNames);
  return (
    <ConfigSection
      title="Source code"
      description="Where the code of a function is, for profiles that say file and line."
      isCollapsible
      isInitiallyOpen={sourceLinkTemplate !== ''}
    >
      <SettingField
        id="source-link"
        label="Link template"
        tooltip="{path} and {line} are the function's file and line; other names in braces are labels that all of the profile has in common, such as {service_repository} and {service_git_ref}. http and https only."
        problem={problems.sourceLinkTemplate}
        disabled={settings.readOnly}
      >
        <Input
          id="source-link"
          width={80}
          value={sourceLinkTemplate}
          placeholder="https://github.com/{service_repository}/blob/{service_git_ref}/{path}#L{line}"
          spellCheck={false}
          onChange={({ currentTarget }) => onChange({ sourceLinkTemplate: currentTarget.value.trim() })}
        />
      </SettingField>
      {example === undefined ? null : (
        <p className={styles.example} role="status">
          Such as <code>{example}</code>
          {warning === undefined ? null : <span className={styles.warning}>{warning}</span>}
        </p>
      )}
    </ConfigSection>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  example: css({
    margin: theme.spacing(0.5, 0, 0),
    color: theme.colors.text.secondary,
    overflowWrap: 'anywhere',
    code: { whiteSpace: 'normal' },
  }),
  warning: css({ display: 'block', marginTop: theme.spacing(0.5), color: theme.colors.warning.text }),
});
