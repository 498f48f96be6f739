import path from 'node:path';
import { cacheFolder, root } from './folders';
import { buildWithStamp, isFresh, type BuildStamp } from './freshness';

const output = path.join(cacheFolder, 'page');

const stamp: BuildStamp = {
  file: path.join(cacheFolder, 'page.stamp'),
  inputs: ['workbench/host', 'workbench/vite.config.ts', 'src/pluginIds.ts', 'package.json'].map((entry) =>
    path.join(root, entry)
  ),
  outputs: [path.join(output, 'index.html')],
};

/** Folder of the built host page, built now unless it is newer than its sources. */
export async function builtPage(say: (line: string) => void): Promise<string> {
  if (!(await isFresh(stamp))) {
    say('Building the page …');
    await buildWithStamp(stamp, async () => {
      const [{ build }, { viteConfig }] = await Promise.all([import('vite'), import('../vite.config')]);
      await build(viteConfig(output));
    });
  }
  return output;
}
