import { describeProfileType } from '../../catalogue/describeProfileType';
import { Choice } from './Choice';
import { EditorField } from './EditorField';
import { ProfileTypeHelp } from './ProfileTypeHelp';
import { profileTypeOptions } from './profileTypeOptions';

interface Props {
  readonly id: string;
  /** Empty: none is chosen. */
  readonly value: string;
  /** What none means, in words. */
  readonly placeholder: string;
  /** The type that none stands for, to be explained. */
  readonly defaultType?: string;
  readonly load: () => Promise<readonly string[]>;
  /** '' for none. */
  readonly onChange: (profileTypeId: string) => void;
}

/** Chooses a profile type by the name that people know, grouped by family. Ids and variables can be typed in. */
export function ProfileTypePicker({ id, value, placeholder, defaultType = '', load, onChange }: Props) {
  const shown = value === '' ? defaultType : value;
  return (
    <EditorField
      id={id}
      label="Profile type"
      flex="1 1 200px"
      aside={shown === '' || shown.includes('$') ? undefined : <ProfileTypeHelp type={describeProfileType(shown)} />}
    >
      <Choice
        id={id}
        value={value}
        label={describeProfileType(value).label}
        load={async (typed) => profileTypeOptions(await load(), typed)}
        placeholder={placeholder}
        onChange={onChange}
      />
    </EditorField>
  );
}
