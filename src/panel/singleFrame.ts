import type { DataFrame } from '@grafana/data';
import { callTreeToFrame } from '../frames/callTreeToFrame';
import type { PartAnswer } from './usePartProfile';

/** The profile frame of a single profile, for a view that has none: what is drawn has a title, a unit and its question. */
export function singleFrame({ tree, question, averagedOver }: PartAnswer, title: string): DataFrame | undefined {
  return question === undefined
    ? undefined
    : callTreeToFrame(tree, {
        refId: title,
        name: title,
        meta: { version: 1, kind: 'profile', title, question, averagedOver },
      });
}
