import { APP_ID } from '../../src/pluginIds';

/** What the build takes along, of what the README links to. */
export const GUIDES = ['using', 'settings', 'profile-types', 'traces'].map((name) => `docs/${name}.md`);
const SHIPPED = new Set([...GUIDES, 'CHANGELOG.md']);

/**
 * The README for the app's page in Grafana, which would look for a link like `docs/using.md` among its own pages. What
 * is in the build is linked where Grafana serves it, in a tab of its own: without one Grafana takes every address for a
 * page of its own, and those that begin with no dot or slash out. What is only in the repository is named and no more.
 * Pictures are in the build.
 */
export function pluginReadme(readme: string): string {
  const withPictures = readme.replace(/(!\[[^\]]*\])\(src\/(img\/[^)]+)\)/g, `$1(./public/plugins/${APP_ID}/$2)`);
  return withPictures.replace(/(?<!!)\[([^\]]+)\]\((?!https?:)([^)]+)\)/g, (_, words: string, file: string) =>
    SHIPPED.has(file) ? `<a href="./public/plugins/${APP_ID}/${file}" target="_blank">${words}</a>` : `\`${words}\``
  );
}
