/** Panes of Explore's address by their ids, as Grafana 12 and 13 write them; undefined where there are none. */
export function explorePanes(text: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof text !== 'string') {
    return undefined;
  }
  try {
    const panes: unknown = JSON.parse(text);
    return isObject(panes) ? panes : undefined;
  } catch {
    // Not what Explore writes, or cut short: it is left as it is.
    return undefined;
  }
}

/** Panes with another range in one of them, as the text of the address. */
export function withPaneRange(
  panes: Readonly<Record<string, unknown>>,
  id: string,
  range: { readonly from: string; readonly to: string }
): string {
  const pane = panes[id];
  return JSON.stringify({ ...panes, [id]: isObject(pane) ? { ...pane, range } : pane });
}

/** What a panel in Explore knows of the query that it shows. */
export interface AskedInPane {
  readonly uid: string;
  readonly labelSelector?: string;
}

/**
 * The pane that asks a data source, and of several the one that asks this of it; undefined where that is none, or not
 * one alone: panels in Explore are not told which pane is theirs.
 */
export function paneAsking(
  panes: Readonly<Record<string, unknown>>,
  { uid, labelSelector }: AskedInPane
): string | undefined {
  const asking = Object.keys(panes).filter((id) => queriesOf(panes[id], uid).length > 0);
  const selecting = asking.filter((id) =>
    queriesOf(panes[id], uid).some((query) => query.labelSelector === labelSelector)
  );
  return [asking, selecting].find((ids) => ids.length === 1)?.[0];
}

/** The queries of a pane that ask a data source. */
function queriesOf(pane: unknown, uid: string): ReadonlyArray<Record<string, unknown>> {
  const queries: readonly unknown[] = isObject(pane) && Array.isArray(pane.queries) ? pane.queries : [];
  return queries.filter(isObject).filter(({ datasource }) => {
    const asked = isObject(datasource) ? datasource.uid : undefined;
    return (asked ?? (isObject(pane) ? pane.datasource : undefined)) === uid;
  });
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
