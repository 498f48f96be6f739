import { lazy, Suspense } from 'react';
import { AppPlugin } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';

// Scenes is large and only the pages need it: Grafana loads this module for its own plugin list too.
const ExploreApp = lazy(async () => {
  const { ExploreApp } = await import('./explore/ExploreApp');
  return { default: ExploreApp };
});

function App() {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading Pyrolens" />}>
      <ExploreApp />
    </Suspense>
  );
}

export const plugin = new AppPlugin().setRootPage(App);
