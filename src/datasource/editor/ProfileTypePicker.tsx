import { describeProfileType } from '../../catalogue/describeProfileType';
import { Choice } from './Choice';
import { EditorField } from './EditorField';
import { ProfileTypeHelp } from './ProfileTypeHelp';
import { profileTypeOptions, type MissingTypes } from './profileTypeOptions';

interface Props {
  readonly id: string;
  readonly label?: string;
  /** Empty: none is chosen. */
  readonly value: string;
  /** What none means, in words. */
  readonly placeholder: string;
  /** The type that none stands for, to be explained. */
  readonly defaultType?: string;
  readonly load: () => Promise<readonly string[]>;
  /** Which of those that are loaded the chosen service does not send. */
  readonly missing?: MissingTypes;
  /** '' for none. */
  readonly onChange: (profileTypeId: string) => void;
}

/** Chooses a profile type by the name that people know, grouped by family. Ids and variables can be typed in. */
export function ProfileTypePicker(props: Props) {
  const { id, label = 'Profile type', value, placeholder, defaultType = '', load, missing, onChange } = props;
  const shown = value === '' ? defaultType : value;
  return (
    <EditorField
      id={id}
      label={label}
      flex="1 1 200px"
      aside={shown === '' || shown.includes('$') ? undefined : <ProfileTypeHelp type={describeProfileType(shown)} />}
      note={missing?.has(shown) === true && !shown.includes('$') ? noteOn(shown, missing) : undefined}
    >
      <Choice
        id={id}
        value={value}
        label={describeProfileType(value).label}
        load={async (typed) => profileTypeOptions(await load(), typed, missing)}
        placeholder={placeholder}
        onChange={onChange}
      />
    </EditorField>
  );
}

function noteOn(id: string, { group, why }: MissingTypes): string {
  return why(id) ?? `${group} in this time range.`;
}
