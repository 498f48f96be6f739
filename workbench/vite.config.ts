import { createRequire } from 'node:module';
import path from 'node:path';
import type { InlineConfig } from 'vite';
import { root } from './build/folders';

const runtime = path.dirname(createRequire(import.meta.url).resolve('@grafana/runtime/package.json'));

/** The host page, for production: @grafana's packages are too many files to be served one by one. */
export function viteConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: path.join(root, 'workbench/host'),
    base: '/page/',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': JSON.stringify('production'), 'process.env': '{}' },
    resolve: {
      alias: [
        // Links of @grafana/ui must find the one router of the page; its own copy of version 5 would not.
        { find: 'react-router-dom-v5-compat', replacement: 'react-router-dom' },
        // Grafana's fonts are not in its packages; without this the page would ask for them in vain.
        { find: './fonts.mjs', replacement: path.join(root, 'workbench/host/noFonts.ts') },
        // Setters that only Grafana's core may call: the package does not export them, but this page stands for the core.
        { find: /^grafana-runtime-internal\/(.*)$/, replacement: `${runtime}/dist/esm/components/$1.mjs` },
      ],
    },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      cssMinify: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 20_000,
      rolldownOptions: {
        // @grafana packages probe for names that other versions of their siblings export.
        shimMissingExports: true,
        checks: { pluginTimings: false },
      },
    },
  };
}
