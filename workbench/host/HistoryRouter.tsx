import { type PropsWithChildren, useLayoutEffect, useState } from 'react';
import { locationService, LocationServiceProvider } from '@grafana/runtime';
import { type Location, type Navigator, NavigationType, type Path, Router, type To } from 'react-router-dom';

/** What is needed here of version 4 of the history package, which has no types of its own. */
interface History {
  readonly location: Omit<Location, 'key'> & { readonly key?: string };
  readonly action: keyof typeof types;
  createHref(to: Partial<Path>): string;
  go(steps: number): void;
  listen(listener: (location: History['location'], action: History['action']) => void): () => void;
}

const history = locationService.getHistory() as History;

/** React Router over Grafana's own history, so that plugins, Scenes and links all move the same address. */
export function HistoryRouter({ children }: PropsWithChildren) {
  const [{ action, location }, setState] = useState({ action: history.action, location: history.location });
  useLayoutEffect(() => history.listen((location, action) => setState({ location, action })), []);
  return (
    <LocationServiceProvider service={locationService}>
      <Router
        location={{ ...location, key: location.key ?? 'default' }}
        navigationType={types[action]}
        navigator={navigator}
      >
        {children}
      </Router>
    </LocationServiceProvider>
  );
}

const types = { POP: NavigationType.Pop, PUSH: NavigationType.Push, REPLACE: NavigationType.Replace };

/** The history's version 4 wants a state inside the location where React Router gives it beside. */
const navigator: Navigator = {
  createHref: (to) => history.createHref(typeof to === 'string' ? { pathname: to } : to),
  go: (steps) => history.go(steps),
  push: (to, state: unknown) => locationService.push(withState(to, state)),
  replace: (to, state: unknown) => locationService.replace(withState(to, state)),
};

function withState(to: To, state: unknown) {
  const path = typeof to === 'string' ? new URL(to, 'http://_') : to;
  return { pathname: path.pathname, search: path.search, hash: path.hash, state };
}
