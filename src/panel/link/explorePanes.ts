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

/** The pane that asks a data source, where it is the only one: panels in Explore are not told which pane is theirs. */
export function paneAsking(panes: Readonly<Record<string, unknown>>, uid: string): string | undefined {
  const ids = Object.keys(panes).filter((id) => asks(panes[id], uid));
  return ids.length === 1 ? ids[0] : undefined;
}

function asks(pane: unknown, uid: string): boolean {
  if (!isObject(pane)) {
    return false;
  }
  const queries: readonly unknown[] = Array.isArray(pane.queries) ? pane.queries : [];
  const isAsked = (query: unknown) => isObject(query) && isObject(query.datasource) && query.datasource.uid === uid;
  return pane.datasource === uid || queries.some(isAsked);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
