import { type AdHocVariableFilter, type ScopedVars, type TypedVariableModel } from '@grafana/data';
import { type TemplateSrv, type VariableInterpolation } from '@grafana/runtime';
import { type SceneObject, SceneFlexLayout, sceneGraph } from '@grafana/scenes';

declare global {
  interface Window {
    /** The scene that is on the page, as scenes of any bundle leave it there for Grafana's core. */
    __grafanaSceneContext?: SceneObject;
  }
}

const variable = /\$\w+|\[\[.+?\]\]|\$\{.+?\}/;

/**
 * Fills in template variables. As in Grafana's core, all of that is done by Scenes: the scene that asks, or the one on
 * the page, knows the variables; without one there are only those that come along in `scopedVars`.
 */
export class WorkbenchTemplateSrv implements TemplateSrv {
  private readonly noScene = new SceneFlexLayout({ children: [] });

  replace(
    target?: string,
    scopedVars?: ScopedVars,
    format?: Parameters<TemplateSrv['replace']>[2],
    interpolations?: VariableInterpolation[]
  ): string {
    if (target === undefined || target === '') {
      return target ?? '';
    }
    const asking = scopedVars?.__sceneObject?.value as { valueOf(): SceneObject } | undefined;
    const scene = asking?.valueOf() ?? window.__grafanaSceneContext ?? this.noScene;
    return sceneGraph.interpolate(
      scene,
      target,
      scopedVars,
      format as Parameters<typeof sceneGraph.interpolate>[3],
      interpolations
    );
  }

  containsTemplate(target?: string): boolean {
    return target !== undefined && variable.test(target);
  }

  getVariables(): TypedVariableModel[] {
    return [];
  }

  /** Beyond the interface, but Scenes replaces it: there the filters of a page are known. */
  getAdhocFilters(): AdHocVariableFilter[] {
    return [];
  }

  updateTimeRange(): void {
    // Scenes know their own time range.
  }
}
