import { getDataSourceSrv } from '@grafana/runtime';
import { sceneGraph, type SceneObject } from '@grafana/scenes';
import { instrumentationLabels } from '../../catalogue/instrumentationOf';
import { reference, variableNames } from '../urlState';
import { SERVICE_LABEL } from '../variables/serviceVariable';

/**
 * The labels of a service that say what profiles it, within the page's time range. One that has several values is left
 * out: of a service with two profilers nothing can be said for sure. Rejects with what the data source rejects with.
 */
export async function labelsOfService(scene: SceneObject, service: string): Promise<Record<string, string>> {
  const uid = sceneGraph.interpolate(scene, reference(variableNames.dataSource));
  const dataSource = await getDataSourceSrv().get({ uid });
  const scope = {
    filters: [{ key: SERVICE_LABEL, operator: '=', value: service }],
    timeRange: sceneGraph.getTimeRange(scene).state.value,
  };
  const answer = (await dataSource.getTagKeys?.(scope)) ?? [];
  const keys = (Array.isArray(answer) ? answer : answer.data)
    .map(({ text }) => text)
    .filter((name) => instrumentationLabels.includes(name));
  const values = await Promise.all(keys.map(async (key) => (await dataSource.getTagValues?.({ ...scope, key })) ?? []));
  const pairs = keys.flatMap((key, i) => {
    const answered = values[i];
    const found = Array.isArray(answered) ? answered : answered.data;
    return found.length === 1 ? [[key, found[0].text] as const] : [];
  });
  return Object.fromEntries(pairs);
}
