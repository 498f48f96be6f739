import type { ProfilesOptions } from '../profilesQuery';
import type { ProfilesSettings } from './httpHeaders';
import type { CheckedField } from './settingsProblems';

/** What each section of the settings page is given. */
export interface SettingsSectionProps {
  readonly settings: ProfilesSettings;
  readonly problems: Readonly<Partial<Record<CheckedField, string>>>;
  readonly onChange: (fields: Partial<ProfilesOptions>) => void;
}
