import path from 'node:path';
import type { InlineConfig } from 'vite';

const here = import.meta.dirname;

/** The pages, for production: a development build of React would be measured instead of the graph. */
export function viteConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: path.join(here, 'page'),
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': JSON.stringify('production'), 'process.env': '{}' },
    resolve: {
      alias: [
        // Grafana's fonts are not in its packages.
        { find: './fonts.mjs', replacement: path.join(here, 'page/noFonts.ts') },
      ],
    },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      // Names stay, for profilers.
      minify: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 20_000,
      rolldownOptions: {
        input: ['index.html', 'show.html', 'figures.html'].map((page) => path.join(here, 'page', page)),
        // @grafana packages probe for names that other versions of their siblings export.
        shimMissingExports: true,
        checks: { pluginTimings: false },
      },
    },
  };
}
