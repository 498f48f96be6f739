import { css } from '@emotion/css';
import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectState,
  VariableDependencyConfig,
} from '@grafana/scenes';
import { LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { problemOf } from '../../base/problem';
import { labelsOfService } from '../types/labelsOfService';
import { whyNone } from '../types/missingTypes';
import { variableNames } from '../urlState';
import { choiceOf, optionsVariable } from '../variables/choice';
import { MissingNote } from './MissingNote';
import { type MissingPart, missingPart } from './missingPart';
import type { ProfilePanel } from './ProfilePanel';

interface ProfileViewState extends SceneObjectState {
  readonly panel: ProfilePanel;
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
    const missing = missingPart(choiceOf(this, variableNames.service), choiceOf(this, variableNames.profileType));
    this.setState({ content: missing ?? 'panel' });
    if (missing?.kind === 'profile type') {
      void this.explain(missing);
    }
  }

  /** Adds why the type is missing, unless something else has been chosen meanwhile. */
  private async explain(missing: MissingPart & { readonly kind: 'profile type' }): Promise<void> {
    let why: string;
    try {
      why = whyNone(missing.profileTypeId, await labelsOfService(this, missing.service));
    } catch (error) {
      why = `Why could not be found out: ${problemOf(error).sentence}`;
    }
    if (this.state.content === missing) {
      this.setState({ content: { ...missing, why } });
    }
  }

  showType(profileTypeId: string): void {
    optionsVariable(this, variableNames.profileType).changeValueTo(profileTypeId);
  }
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
        <MissingNote missing={content} onChooseType={(id) => model.showType(id)} />
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
