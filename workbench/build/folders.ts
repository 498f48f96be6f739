import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '../..');
/** What can be made again at any time. */
export const cacheFolder = path.join(root, 'node_modules/.cache/pyrolens');
