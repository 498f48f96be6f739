import { type DataFrame, locationUtil, urlUtil } from '@grafana/data';
import { config } from '@grafana/runtime';
import { pyrolensMeta, type ProfileFrameMeta } from '../../frames/frameMeta';
import { DATA_SOURCE_ID } from '../../pluginIds';
import type { ProfileQuery } from '../../profile/profileQuery';
import { linkText, type LinkedView } from './linkText';
import { exploreParameterName } from './parameterName';

/**
 * Where Explore asks the same and shows what is seen; undefined where the user may not go there, and of profiles that
 * are not of our own data source: of these the panel's own menu knows the way.
 */
export function exploreLink(frame: DataFrame, seen: LinkedView): string | undefined {
  const note = pyrolensMeta(frame);
  if (note?.kind !== 'profile' || note.dataSource === undefined || !mayExplore()) {
    return undefined;
  }
  const { uid } = note.dataSource;
  const pane = {
    datasource: uid,
    queries: [{ refId: 'A', datasource: { type: DATA_SOURCE_ID, uid }, ...queryOf(note) }],
    range: { from: String(note.question.from), to: String(note.question.to) },
  };
  const address = urlUtil.renderUrl('/explore', {
    schemaVersion: '1',
    panes: JSON.stringify({ pyrolens: pane }),
    [exploreParameterName(frame)]: linkText({ ...seen, tab: undefined }).text,
  });
  return new URL(locationUtil.assureBaseUrl(address), window.location.href).href;
}

/** The query that has the frame's answer. */
function queryOf({ question, baseline, groupedBy }: ProfileFrameMeta): ProfileQuery {
  const { from: _from, to: _to, callSite: _place, ...asked } = question;
  return {
    ...(asked as ProfileQuery),
    groupProfileBy: groupedBy,
    queryType: baseline === undefined ? 'both' : 'diff',
    baseline: baseline && {
      from: String(baseline.from),
      to: String(baseline.to),
      labelSelector: baseline.labelSelector,
      profileTypeId: baseline.profileTypeId,
    },
  };
}

/** Viewers may not, unless they are let. */
function mayExplore(): boolean {
  const user: { readonly permissions?: Readonly<Record<string, boolean>> } = config.bootData?.user ?? {};
  return config.exploreEnabled && user.permissions?.['datasources:explore'] === true;
}
