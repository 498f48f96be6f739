import { FieldType, type DataFrame } from '@grafana/data';
import type { ProfileFrameMeta } from '../frames/frameMeta';
import { GRAFANA_UNITS } from '../frames/unitOfSamples';
import type { PartAnswer } from './usePartProfile';

/**
 * Stands for a profile frame in a view that has none, beside a single profile: what is drawn of that has a title, a unit
 * and its question from here. It has no rows.
 */
export function singleFrame({ tree, question, averagedOver }: PartAnswer, title: string): DataFrame | undefined {
  if (question === undefined) {
    return undefined;
  }
  const note: ProfileFrameMeta = { version: 1, kind: 'profile', title, question, averagedOver };
  return {
    refId: title,
    name: title,
    length: 0,
    fields: [{ name: 'value', type: FieldType.number, config: { unit: GRAFANA_UNITS[tree.unit] }, values: [] }],
    meta: { custom: { pyrolens: note } },
  };
}
