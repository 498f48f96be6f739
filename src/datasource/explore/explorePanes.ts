import { locationService } from '@grafana/runtime';
import type { ProfilesQuery } from '../profilesQuery';

/** What of a pane in Explore's address is read here; the rest is kept as it is. */
interface Pane {
  readonly datasource?: unknown;
  readonly queries?: ReadonlyArray<{ readonly refId?: unknown }>;
}

/**
 * The panes of Explore's address with a query in place of the one of the same letter, in the pane that shows this data
 * source; undefined outside of Explore, which alone has panes, and where the address is not as Grafana 12 and 13 write it.
 *
 * Help of a query can only change the query, but Explore runs what is new in its address.
 */
export function panesWith(uid: string, query: ProfilesQuery): string | undefined {
  const panes = panesIn(locationService.getSearch().get('panes'));
  const found = Object.entries(panes).find(
    ([, { datasource, queries = [] }]) => datasource === uid && queries.some(({ refId }) => refId === query.refId)
  );
  if (found === undefined) {
    return undefined;
  }
  const [id, pane] = found;
  const queries = pane.queries?.map((other) => (other.refId === query.refId ? query : other));
  return JSON.stringify({ ...panes, [id]: { ...pane, queries } });
}

function panesIn(text: string | null): Record<string, Pane> {
  try {
    const panes: unknown = JSON.parse(text ?? '{}');
    return typeof panes === 'object' && panes !== null ? (panes as Record<string, Pane>) : {};
  } catch {
    // An address that somebody cut short: Explore shows it as empty.
    return {};
  }
}
