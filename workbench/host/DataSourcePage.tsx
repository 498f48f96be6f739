import { type FormEvent, useState } from 'react';
import { css } from '@emotion/css';
import {
  DataSourcePluginContextProvider,
  type DataSourceInstanceSettings,
  type DataSourceSettings,
  type GrafanaTheme2,
} from '@grafana/data';
import { getBackendSrv, getDataSourceSrv } from '@grafana/runtime';
import { Alert, Button, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { importDataSourcePlugin } from './pluginLoader';
import { testDataSource, type TestResult } from './testDataSource';
import { useLoaded } from './useLoaded';

/** The data source's settings: its own config editor, and "Save & test" below it. */
export function DataSourcePage() {
  const instance = getDataSourceSrv().getInstanceSettings();
  const settings = useLoaded(() => getBackendSrv().get<DataSourceSettings>(addressOf(instance?.uid)), 'settings');
  if (instance === undefined || settings === undefined) {
    return <LoadingPlaceholder text="Loading the data source" />;
  }
  return <SettingsForm instance={instance} saved={settings} />;
}

function SettingsForm({ instance, saved }: { instance: DataSourceInstanceSettings; saved: DataSourceSettings }) {
  const style = useStyles2(styles);
  const plugin = useLoaded(() => importDataSourcePlugin(instance.meta), instance.meta.id);
  const [options, setOptions] = useState(saved);
  const [result, setResult] = useState<TestResult>();
  const [isTesting, setIsTesting] = useState(false);
  if (plugin === undefined) {
    return <LoadingPlaceholder text="Loading the data source" />;
  }
  const Editor = plugin.components.ConfigEditor;

  async function saveAndTest() {
    setIsTesting(true);
    setResult(undefined);
    const sent = await getBackendSrv().put<{ datasource: DataSourceSettings }>(addressOf(options.uid), options);
    setOptions(sent.datasource);
    await getDataSourceSrv().reload();
    setResult(await testDataSource(options.uid));
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    saveAndTest()
      .catch((error: Error) => setResult({ severity: 'error', title: `It could not be saved: ${error.message}` }))
      .finally(() => setIsTesting(false));
  }

  return (
    <form className={style.page} aria-label={options.name} onSubmit={onSubmit}>
      <h1 className={style.title}>{options.name}</h1>
      <DataSourcePluginContextProvider instanceSettings={instance}>
        {Editor ? <Editor options={options} onOptionsChange={setOptions} /> : <p>The data source has no settings.</p>}
      </DataSourcePluginContextProvider>
      {result && (
        <Alert className={style.result} severity={result.severity} title={result.title}>
          {result.details}
        </Alert>
      )}
      <Button className={style.button} type="submit" disabled={isTesting}>
        Save &amp; test
      </Button>
    </form>
  );
}

function addressOf(uid = ''): string {
  return `/api/datasources/uid/${uid}`;
}

function styles(theme: GrafanaTheme2) {
  return {
    page: css({ padding: theme.spacing(3), maxWidth: 880 }),
    title: css({ ...theme.typography.h2, marginBottom: theme.spacing(3) }),
    result: css({ marginTop: theme.spacing(3) }),
    button: css({ marginTop: theme.spacing(2) }),
  };
}
