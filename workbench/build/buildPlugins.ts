import path from 'node:path';
import { cacheFolder, root } from './folders';
import { buildWithStamp, isFresh, type BuildStamp } from './freshness';

const dist = path.join(root, 'dist');

const stamp: BuildStamp = {
  file: path.join(cacheFolder, 'plugins.stamp'),
  inputs: ['src', 'plugin.json', '.config/webpack', 'package.json', 'README.md', 'CHANGELOG.md'].map((entry) =>
    path.join(root, entry)
  ),
  outputs: ['module.js', 'datasource/module.js', 'panel/module.js'].map((file) => path.join(dist, file)),
};

/** Folder of the built plugins: dist/, built now unless it is newer than its sources. Throws what webpack complains of. */
export async function builtPlugins(say: (line: string) => void): Promise<string> {
  if (!(await isFresh(stamp))) {
    say('Building the plugins …');
    await buildWithStamp(stamp, runWebpack);
  }
  return dist;
}

async function runWebpack(): Promise<void> {
  // Only loaded when there is something to build: it is most of the time that a start takes.
  const [{ default: webpack }, { webpackConfig }] = await Promise.all([
    import('webpack'),
    import('../../.config/webpack/webpack.config'),
  ]);
  const compiler = webpack(webpackConfig('production'));
  if (compiler === null) {
    throw new Error('webpack refused its configuration');
  }
  try {
    await new Promise<void>((resolve, reject) => {
      compiler.run((error, stats) => {
        if (error) {
          reject(error);
        } else if (stats?.hasErrors()) {
          reject(new Error(stats.toString({ preset: 'errors-only' })));
        } else {
          resolve();
        }
      });
    });
  } finally {
    await new Promise<void>((resolve) => compiler.close(() => resolve()));
  }
}
