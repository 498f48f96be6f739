import type { DataFrame, PanelProps } from '@grafana/data';
import type { PanelView } from '../panelViews';
import { notedQuestions } from '../partQuestion';

/**
 * The parameter of the page's address that is a panel's own: by its id and, because panels that repeat have one id, and
 * those in Explore one for all, by what it asks.
 */
export function parameterName(
  { id, data, replaceVariables }: Pick<PanelProps, 'id' | 'data' | 'replaceVariables'>,
  views: readonly PanelView[]
): string {
  const asked =
    data.request === undefined
      ? views.flatMap(({ profile }) => (profile === undefined ? [] : [questionOf(profile.frame)]))
      : data.request.targets;
  return nameOf(id, replaceVariables(JSON.stringify(asked, inOrder)));
}

/** The id of every panel in Explore. */
const EXPLORE_ID = 1;

/** What a panel's parameter will be in Explore, where panels are not told what was asked, and go by what was answered. */
export function exploreParameterName(frame: DataFrame): string {
  return nameOf(EXPLORE_ID, JSON.stringify([questionOf(frame)], inOrder));
}

function nameOf(id: number, asked: string): string {
  return `pyrolens-${id}.${digest(asked)}`;
}

function questionOf(frame: DataFrame) {
  const { question, baseline } = notedQuestions(frame);
  return [question, baseline].map((one) => one && { ...one, from: undefined, to: undefined });
}

/** For JSON that is the same whatever order a question's fields came in. */
function inOrder(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}

/** A few letters by which a text is told from others; FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
