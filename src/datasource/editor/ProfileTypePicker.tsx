import { Button } from '@grafana/ui';
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
      note={
        missing?.has(shown) === true && !shown.includes('$') ? (
          <MissingNote type={shown} missing={missing} onChange={onChange} />
        ) : undefined
      }
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

interface NoteProps {
  readonly type: string;
  readonly missing: MissingTypes;
  readonly onChange: (profileTypeId: string) => void;
}

/** Why there is none of a type, and the type to take in its place. */
function MissingNote({ type, missing: { group, why, instead }, onChange }: NoteProps) {
  const other = instead(type);
  return (
    <>
      {why(type) ?? `${group} in this time range.`}
      {other === undefined ? null : (
        <Button size="sm" variant="secondary" fill="text" tooltip={other} onClick={() => onChange(other)}>
          Use {describeProfileType(other).label} of {other.split(':', 1)}
        </Button>
      )}
    </>
  );
}
