import { DATA_SOURCE_ID } from '../../src/pluginIds';

/** The settings of a data source as Grafana keeps them; secrets stay on this side. */
export interface StoredDataSource {
  readonly id: number;
  readonly uid: string;
  readonly name: string;
  readonly type: string;
  readonly access: 'proxy';
  readonly url: string;
  readonly basicAuth: boolean;
  readonly basicAuthUser: string;
  readonly jsonData: Readonly<Record<string, unknown>>;
  readonly secureJsonData: Readonly<Record<string, string>>;
  readonly version: number;
}

export const DATA_SOURCE_UID = 'pyrolens';

/** The workbench's one data source, for as long as the workbench runs. */
export class DataSourceSettings {
  private stored: StoredDataSource;

  constructor(url: string) {
    this.stored = {
      id: 1,
      uid: DATA_SOURCE_UID,
      name: 'Pyrolens',
      type: DATA_SOURCE_ID,
      access: 'proxy',
      url,
      basicAuth: false,
      basicAuthUser: '',
      jsonData: {},
      secureJsonData: {},
      version: 1,
    };
  }

  get(): StoredDataSource {
    return this.stored;
  }

  /** Takes over what the page's form sends. Like Grafana, a secret that is not sent stays as it was. */
  update(form: unknown): void {
    if (typeof form !== 'object' || form === null) {
      throw new TypeError('Settings are an object.');
    }
    const sent = form as Partial<StoredDataSource>;
    this.stored = {
      ...this.stored,
      url: sent.url ?? this.stored.url,
      basicAuth: sent.basicAuth ?? this.stored.basicAuth,
      basicAuthUser: sent.basicAuthUser ?? this.stored.basicAuthUser,
      jsonData: sent.jsonData ?? this.stored.jsonData,
      secureJsonData: { ...this.stored.secureJsonData, ...sent.secureJsonData },
      version: this.stored.version + 1,
    };
  }

  /** As the settings form sees it: which secrets are set, but not what they are. */
  forForm() {
    const { secureJsonData, ...open } = this.stored;
    const set = Object.entries(secureJsonData).filter(([, value]) => value !== '');
    return {
      ...open,
      orgId: 1,
      typeName: 'Pyrolens',
      typeLogoUrl: '',
      user: '',
      database: '',
      isDefault: true,
      withCredentials: false,
      readOnly: false,
      secureJsonFields: Object.fromEntries(set.map(([name]) => [name, true])),
    };
  }
}
