import { type SceneComponentProps, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { Drawer, ToolbarButton } from '@grafana/ui';
import { type Problem, problemOf } from '../../base/problem';
import { variableNames } from '../urlState';
import { choiceOf, optionsVariable } from '../variables/choice';
import { labelsOfService } from './labelsOfService';
import { TypesGuide } from './TypesGuide';

interface ProfileTypesControlState extends SceneObjectState {
  /** What the guide is open for. Absent: it is closed. */
  readonly open?: {
    readonly service: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly problem?: Problem;
  };
}

/** A button that opens the guide to the profile types of the chosen service, sent and not sent. */
export class ProfileTypesControl extends SceneObjectBase<ProfileTypesControlState> {
  static Component = ProfileTypesControlRenderer;

  async open(): Promise<void> {
    const service = choiceOf(this, variableNames.service).value;
    this.setState({ open: { service } });
    try {
      this.update(service, { labels: await labelsOfService(this, service) });
    } catch (error) {
      this.update(service, { problem: problemOf(error) });
    }
  }

  close(): void {
    this.setState({ open: undefined });
  }

  /** Shows the profile type on the page. */
  choose(profileTypeId: string): void {
    optionsVariable(this, variableNames.profileType).changeValueTo(profileTypeId);
    this.close();
  }

  /** An answer that comes after the guide was closed, or opened for another service, is dropped. */
  private update(service: string, found: { labels?: Readonly<Record<string, string>>; problem?: Problem }): void {
    if (this.state.open?.service === service) {
      this.setState({ open: { service, ...found } });
    }
  }
}

function ProfileTypesControlRenderer({ model }: SceneComponentProps<ProfileTypesControl>) {
  const { open } = model.useState();
  const variable = optionsVariable(model, variableNames.profileType);
  variable.useState();
  const { value, options, isCustom } = choiceOf(model, variableNames.profileType);
  return (
    <>
      <ToolbarButton
        icon="info-circle"
        variant="canvas"
        onClick={() => void model.open()}
        tooltip="What each profile type measures, and why one is missing"
      >
        Profile types
      </ToolbarButton>
      {open !== undefined && (
        <Drawer title={`Profile types of ${open.service}`} size="sm" onClose={() => model.close()}>
          <TypesGuide
            service={open.service}
            sent={options}
            shown={isCustom ? '' : value}
            onChoose={(id) => model.choose(id)}
            labels={open.labels}
            problem={open.problem}
          />
        </Drawer>
      )}
    </>
  );
}
