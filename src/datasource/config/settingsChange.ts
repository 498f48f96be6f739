import type { ProfilesOptions } from '../profilesQuery';
import type { ProfilesSettings } from './httpHeaders';

/** The settings with some fields changed. Empty text is the same as no value, and is not saved. */
export function withFields(settings: ProfilesSettings, fields: Partial<ProfilesOptions>): ProfilesSettings {
  const jsonData = { ...settings.jsonData };
  for (const [name, value] of Object.entries(fields) as Array<[keyof ProfilesOptions, never]>) {
    if (value === undefined || value === '' || value === false) {
      delete jsonData[name];
    } else {
      jsonData[name] = value;
    }
  }
  return { ...settings, jsonData };
}
