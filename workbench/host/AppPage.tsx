import { PluginContextProvider } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { importAppPlugin } from './pluginLoader';
import { useLoaded } from './useLoaded';

/** The pages of an app plugin, mounted below /a/<id> as Grafana mounts them. */
export function AppPage({ id }: { id: string }) {
  const { pathname, search } = useLocation();
  const plugin = useLoaded(() => importAppPlugin(id), id);
  if (plugin === undefined) {
    return <LoadingPlaceholder text="Loading the app" />;
  }
  const Root = plugin.root;
  if (Root === undefined) {
    return <p>The app has no pages.</p>;
  }
  return (
    <PluginContextProvider meta={plugin.meta}>
      <Root
        meta={plugin.meta}
        basename={`/a/${id}`}
        onNavChanged={() => undefined}
        query={Object.fromEntries(new URLSearchParams(search))}
        path={pathname}
      />
    </PluginContextProvider>
  );
}
