import { MultiValueVariable, sceneGraph, type SceneObject, type SceneVariable } from '@grafana/scenes';
import type { VariableName } from '../urlState';

/** What one of the page's variables has come to, once it has loaded. */
export interface Choice {
  /** What is chosen, empty for nothing. */
  readonly value: string;
  /** What can be chosen. */
  readonly options: readonly string[];
  /** Whether what is chosen came from a link or was typed, and is not among the options. */
  readonly isCustom: boolean;
  /** The backend's sentence in place of options. */
  readonly error: string | undefined;
}

/** One of the page's variables, from anywhere on the page. */
export function optionsVariable(scene: SceneObject, name: VariableName): MultiValueVariable {
  const variable = sceneGraph.lookupVariable(name, scene);
  if (!hasOptions(variable)) {
    throw new Error(`The page has no variable "${name}" with options.`);
  }
  return variable;
}

export function choiceOf(scene: SceneObject, name: VariableName): Choice {
  const { state } = optionsVariable(scene, name);
  const value = String(state.value);
  const options = state.options.map((option) => String(option.value));
  const error: unknown = state.error;
  return { value, options, isCustom: !options.includes(value), error: error ? String(error) : undefined };
}

function hasOptions(variable: SceneVariable | null): variable is MultiValueVariable {
  return variable instanceof MultiValueVariable;
}
