import {
  EventBusSrv,
  setTimeZoneResolver,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformersRegistry,
} from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import {
  FakeEchoSrv,
  setAppEvents,
  setBackendSrv,
  setChromeHeaderHeightHook,
  setDataSourceSrv,
  setEchoSrv,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginImportUtils,
  setPluginLinksHook,
  setReturnToPreviousHook,
  setRunRequest,
  setTemplateSrv,
} from '@grafana/runtime';
import { setPanelDataErrorView } from 'grafana-runtime-internal/PanelDataErrorView';
import { setPluginPage } from 'grafana-runtime-internal/PluginPage';
import { WorkbenchBackendSrv } from './backendSrv';
import { WorkbenchDataSourceSrv } from './dataSourceSrv';
import { PanelDataError } from './PanelDataError';
import { importPanelPlugin, loadedPanelPlugin } from './pluginLoader';
import { PluginPageFrame } from './PluginPageFrame';
import { runRequest } from './runRequest';
import { standardEditors, standardFieldOptions } from './standardOptions';
import { WorkbenchTemplateSrv } from './templateSrv';

/** Gives @grafana/runtime what Grafana's core gives it at its start. Before this no plugin may be loaded. */
export async function startCoreServices(): Promise<void> {
  const events = new EventBusSrv();
  setAppEvents(events);
  setBackendSrv(new WorkbenchBackendSrv(events));
  setTemplateSrv(new WorkbenchTemplateSrv());
  setDataSourceSrv(new WorkbenchDataSourceSrv());
  setRunRequest(runRequest);
  setEchoSrv(new FakeEchoSrv());
  setTimeZoneResolver(() => 'browser');
  setPluginImportUtils({ importPanelPlugin, getPanelPluginFromCache: loadedPanelPlugin });
  setPanelDataErrorView(PanelDataError);
  setPluginPage(PluginPageFrame);
  standardFieldConfigEditorRegistry.setInit(standardFieldOptions);
  standardEditorsRegistry.setInit(standardEditors);
  standardTransformersRegistry.setInit(() => []);
  setNoExtensions();
  await initPluginTranslations('workbench');
}

/** No other plugin extends ours here, and there is no page to return to. */
function setNoExtensions() {
  setPluginLinksHook(() => ({ links: [], isLoading: false }));
  setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  setPluginComponentHook(() => ({ component: undefined, isLoading: false }));
  setPluginFunctionsHook(() => ({ functions: [], isLoading: false }));
  setReturnToPreviousHook(() => () => undefined);
  setChromeHeaderHeightHook(() => 0);
}
