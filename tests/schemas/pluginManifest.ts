/**
 * The parts of Grafana's schema of plugin.json that we rely on, as facts from
 * https://raw.githubusercontent.com/grafana/grafana/main/docs/sources/developers/plugins/plugin.schema.json
 */
const text = { type: 'string', minLength: 1 };
const flag = { type: 'boolean' };

function object(properties: Record<string, unknown>, required: readonly string[]) {
  return { type: 'object', additionalProperties: false, properties, required };
}

const manifest = object(
  {
    $schema: text,
    type: { enum: ['app', 'datasource', 'panel'] },
    name: text,
    id: { type: 'string', pattern: '^[0-9a-z]+-([0-9a-z]+-)?(app|panel|datasource)$' },
    info: object(
      {
        description: text,
        author: object({ name: text, email: text, url: text }, ['name']),
        keywords: { type: 'array', minItems: 1, items: text },
        // A path that begins with "." or "/" is refused by the plugin validator, so each plugin has images of its own.
        logos: object({ small: { $ref: '#/$defs/image' }, large: { $ref: '#/$defs/image' } }, ['small', 'large']),
        links: { type: 'array', items: object({ name: text, url: text }, ['name', 'url']) },
        screenshots: {
          type: 'array',
          items: object({ name: text, path: { $ref: '#/$defs/image' } }, ['name', 'path']),
        },
        version: { type: 'string', pattern: '^(\\d+\\.\\d+\\.\\d+|%VERSION%)$' },
        updated: { type: 'string', pattern: '^(\\d{4}-\\d{2}-\\d{2}|%TODAY%)$' },
      },
      ['description', 'author', 'keywords', 'logos', 'version', 'updated']
    ),
    dependencies: object(
      {
        grafanaDependency: { type: 'string', pattern: '^>=\\d+\\.\\d+\\.\\d+$' },
        plugins: { type: 'array', maxItems: 0 },
      },
      ['grafanaDependency']
    ),
    includes: {
      type: 'array',
      items: object(
        {
          type: { enum: ['page', 'dashboard', 'panel', 'datasource'] },
          name: text,
          path: text,
          role: { enum: ['Admin', 'Editor', 'Viewer'] },
          icon: text,
          addToNav: flag,
          defaultNav: flag,
        },
        ['type', 'name', 'path']
      ),
    },
    category: { enum: ['tsdb', 'logging', 'cloud', 'tracing', 'profiling', 'sql', 'enterprise', 'iot', 'other'] },
    metrics: flag,
    annotations: flag,
    suggestions: flag,
    alerting: flag,
    backend: flag,
    streaming: flag,
    logs: flag,
    tracing: flag,
    preload: flag,
    autoEnabled: flag,
    queryOptions: object({ maxDataPoints: flag, minInterval: flag, cacheTimeout: flag }, []),
    routes: { type: 'array' },
    extensions: { type: 'object' },
  },
  ['type', 'name', 'id', 'info', 'dependencies']
);

export const pluginManifest = {
  ...manifest,
  $defs: { image: { type: 'string', pattern: '^img/[^.]+\\.(svg|png)$' } },
};
