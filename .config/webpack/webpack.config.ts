/*
 * Builds one app with its data source and panel nested in it, as Grafana loads them: AMD modules, Grafana's shared
 * packages external, subresource integrity. It stands where the tools of @grafana/create-plugin (validator,
 * sign-plugin) look for it, but is our own.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import CopyPlugin from 'copy-webpack-plugin';
import TerserPlugin from 'terser-webpack-plugin';
import webpack, { type Configuration } from 'webpack';
import type * as Integrity from 'webpack-subresource-integrity';
import { APP_ID } from '../../src/pluginIds';
import { GUIDES, pluginReadme } from './pluginReadme';

// Its ES module build imports an optional peer that we do not have; its CommonJS build does not.
const { SubresourceIntegrityPlugin } = createRequire(import.meta.url)(
  'webpack-subresource-integrity'
) as typeof Integrity;

const root = path.resolve(import.meta.dirname, '../..');
const src = path.join(root, 'src');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

/** What Grafana 12.2 and later share with plugins (public/app/features/plugins/loader). All else is bundled. */
const shared = [
  'lodash',
  'jquery',
  'moment',
  'slate',
  'emotion',
  '@emotion/react',
  '@emotion/css',
  'prismjs',
  'slate-plain-serializer',
  '@grafana/slate-react',
  'react',
  'react-dom',
  'react-redux',
  'redux',
  'rxjs',
  'rxjs/operators',
  'i18next',
  'd3',
  'angular',
  'react-router',
  'react-inlinesvg',
  '@grafana/ui',
  '@grafana/ui/unstable',
  '@grafana/runtime',
  '@grafana/runtime/unstable',
  '@grafana/data',
  '@grafana/data/unstable',
];

/** As `src/worker/startDecodeWorker.ts` names it. */
const WORKER_CHUNK = 'decodeWorker';

/**
 * Chunks and workers of a nested plugin lie in the app's folder, but Grafana loads the nested plugin under its own id.
 * So the public path is taken from the module's own address and pointed at the app, on a CDN too.
 */
const publicPathModule = `
import amd from 'amd-module';
const uri = (amd && amd.uri) || '';
const at = uri.lastIndexOf('/public/plugins/');
__webpack_public_path__ = at >= 0 ? uri.slice(0, at) + '/public/plugins/${APP_ID}/' : 'public/plugins/${APP_ID}/';
`;

export function webpackConfig(mode: 'production' | 'development', output = path.join(root, 'dist')): Configuration {
  const publicPath = `data:text/javascript,${encodeURIComponent(publicPathModule)}`;
  const fill = (content: Buffer) =>
    content.toString().replaceAll('%VERSION%', version).replaceAll('%TODAY%', new Date().toISOString().slice(0, 10));
  return {
    mode,
    target: 'web',
    context: src,
    cache: { type: 'filesystem', cacheDirectory: path.join(root, 'node_modules/.cache/webpack') },
    devtool: 'source-map',
    entry: {
      module: [publicPath, './module.tsx'],
      'datasource/module': [publicPath, './datasource/module.ts'],
      'panel/module': [publicPath, './panel/module.ts'],
    },
    output: {
      path: output,
      filename: '[name].js',
      chunkFilename: mode === 'production' ? 'chunks/[name].[contenthash].js' : 'chunks/[name].js',
      assetModuleFilename: 'assets/[name].[contenthash][ext]',
      library: { type: 'amd' },
      publicPath: `public/plugins/${APP_ID}/`,
      uniqueName: APP_ID,
      crossOriginLoading: 'anonymous',
      clean: { keep: /gpx_/ },
    },
    externals: [
      { 'amd-module': 'module' },
      ({ request }, callback) => {
        if (request !== undefined && shared.includes(request)) {
          callback(undefined, request);
        } else {
          callback();
        }
      },
    ],
    resolve: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      alias: {
        'react/jsx-runtime$': path.join(import.meta.dirname, 'jsxRuntime.ts'),
        'react/jsx-dev-runtime$': path.join(import.meta.dirname, 'jsxRuntime.ts'),
      },
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: 'swc-loader',
            options: {
              jsc: {
                target: 'es2022',
                parser: { syntax: 'typescript', tsx: true },
                transform: { react: { runtime: 'automatic' } },
              },
            },
          },
        },
        { test: /\.m?js$/, resolve: { fullySpecified: false } },
        { test: /\.css$/, type: 'asset/source' },
        { test: /\.(svg|png|woff2?)$/, type: 'asset/resource' },
      ],
    },
    optimization: {
      // Numbers may be 0, and a chunk 0 gets no hash from the integrity plugin.
      chunkIds: 'named',
      // The worker is one script: where plugins come from another origin it cannot tell where others would lie.
      splitChunks: { chunks: (chunk) => chunk.name !== WORKER_CHUNK && !chunk.canBeInitial() },
      minimizer: [
        new TerserPlugin({
          minify: TerserPlugin.swcMinify,
          extractComments: false,
          terserOptions: { format: { comments: false } },
        }),
      ],
    },
    performance: { hints: false },
    plugins: [
      new webpack.DefinePlugin({ PYROLENS_VERSION: JSON.stringify(version) }),
      new SubresourceIntegrityPlugin({ hashFuncNames: ['sha256'] }),
      new CopyPlugin({
        patterns: [
          { from: path.join(root, 'plugin.json'), to: 'plugin.json', transform: fill },
          { from: '{datasource,panel}/plugin.json', to: '[path][name][ext]', transform: fill },
          { from: '{img,datasource/img,panel/img}/**/*', to: '[path][name][ext]' },
          { from: path.join(root, 'README.md'), to: 'README.md', transform: (text) => pluginReadme(text.toString()) },
          ...GUIDES.map((guide) => ({ from: path.join(root, guide), to: guide })),
          { from: path.join(root, 'CHANGELOG.md'), to: 'CHANGELOG.md' },
          { from: path.join(root, 'LICENSE'), to: 'LICENSE', toType: 'file' },
        ],
      }),
    ],
  };
}
