import { lazy, Suspense } from 'react';
import { AppPlugin } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import { spanLink } from './explore/links/spanLink';
import { APP_ID } from './pluginIds';

// Scenes is large and only the pages need it: Grafana loads this module for its own plugin list too.
const ExploreApp = lazy(async () => {
  const [{ ExploreApp }, { initPluginTranslations }] = await Promise.all([
    import('./explore/ExploreApp'),
    import('@grafana/i18n'),
  ]);
  // Scenes asks for its texts through it, and in a development build fails where that was not called.
  await initPluginTranslations(APP_ID);
  return { default: ExploreApp };
});

function App() {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading Pyrolens" />}>
      <ExploreApp />
    </Suspense>
  );
}

export const plugin = new AppPlugin().setRootPage(App).addLink(spanLink);
