import { css } from '@emotion/css';
import {
  MultiValueVariable,
  type SceneComponentProps,
  sceneGraph,
  SceneObjectBase,
  type SceneObjectState,
  type SceneVariable,
  VariableDependencyConfig,
  type VizPanel,
} from '@grafana/scenes';
import { LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { type VariableName, variableNames } from '../urlState';
import { MissingNote } from './MissingNote';
import { type Choice, type MissingPart, missingPart } from './missingPart';

interface ProfileViewState extends SceneObjectState {
  readonly panel: VizPanel;
  /** What there is to show. Absent until the variables have loaded once; it stays while they load again. */
  readonly content?: 'panel' | MissingPart;
}

/** The page's main part: the panel or, where something lacks for it, what that is and what to do about it. */
export class ProfileView extends SceneObjectBase<ProfileViewState> {
  static Component = ProfileViewRenderer;

  protected override _variableDependency: VariableDependencyConfig<ProfileViewState> = new VariableDependencyConfig(
    this,
    {
      variableNames: [variableNames.service, variableNames.profileType],
      onVariableUpdateCompleted: () => this.readChoices(),
    }
  );

  constructor(state: ProfileViewState) {
    super(state);
    this.addActivationHandler(() => this.readChoices());
  }

  private readChoices() {
    // Asking this also has us called again when they have loaded.
    if (this._variableDependency.hasDependencyInLoadingState()) {
      return;
    }
    const missing = missingPart(this.choice(variableNames.service), this.choice(variableNames.profileType));
    this.setState({ content: missing ?? 'panel' });
  }

  private choice(name: VariableName): Choice {
    const variable = sceneGraph.lookupVariable(name, this);
    if (!hasOptions(variable)) {
      throw new Error(`The page has no variable "${name}" with options.`);
    }
    const { value, options } = variable.state;
    const error: unknown = variable.state.error;
    return { value: String(value), optionCount: options.length, error: error ? String(error) : undefined };
  }
}

function hasOptions(variable: SceneVariable | null): variable is MultiValueVariable {
  return variable instanceof MultiValueVariable;
}

function ProfileViewRenderer({ model }: SceneComponentProps<ProfileView>) {
  const { panel, content } = model.useState();
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.view}>
      {content === undefined ? (
        <LoadingPlaceholder text="Loading services and profile types" />
      ) : content === 'panel' ? (
        <panel.Component model={panel} />
      ) : (
        <MissingNote missing={content} />
      )}
    </div>
  );
}

function getStyles() {
  return {
    // Tall enough for a timeline and a few levels of the flame graph on a small window, where the page scrolls.
    view: css({ position: 'relative', display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 480 }),
  };
}
