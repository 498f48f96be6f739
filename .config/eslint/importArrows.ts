/*
 * The arrows between the parts (docs: src/README.md), as a lint rule: which part may import which, and which parts are
 * pure, that is, know no React, no rxjs and no Grafana.
 */
import path from 'node:path';
import type { Rule } from 'eslint';

const root = path.resolve(import.meta.dirname, '../..');

/** Part -> the parts that it may import, besides itself. `pluginIds` may be imported by all that are not pure. */
const arrows: Record<string, readonly string[]> = {
  'src/base': [],
  'src/profile': ['src/base'],
  'src/pyroscope': ['src/base', 'src/profile'],
  'src/catalogue': ['src/base'],
  'src/flamegraph/layout': ['src/base', 'src/profile'],
  'src/flamegraph/render': ['src/base', 'src/profile', 'src/flamegraph/layout'],
  'src/flamegraph/view': ['src/base', 'src/profile', 'src/catalogue', 'src/flamegraph/layout', 'src/flamegraph/render'],
  'src/flamegraph/table': [
    'src/base',
    'src/profile',
    'src/flamegraph/layout',
    'src/flamegraph/render',
    'src/flamegraph/view',
    'src/worker',
  ],
  'src/flamegraph/viewer': [
    'src/base',
    'src/profile',
    'src/catalogue',
    'src/flamegraph/layout',
    'src/flamegraph/render',
    'src/flamegraph/view',
    'src/flamegraph/table',
    'src/worker',
  ],
  'src/timeline/layout': ['src/base'],
  'src/timeline/render': ['src/base', 'src/timeline/layout'],
  'src/timeline/view': ['src/base', 'src/timeline/layout', 'src/timeline/render'],
  'src/worker': ['src/base', 'src/profile', 'src/pyroscope'],
  'src/frames': ['src/base', 'src/profile', 'src/pluginIds'],
  'src/datasource': [
    'src/base',
    'src/profile',
    'src/pyroscope',
    'src/catalogue',
    'src/worker',
    'src/frames',
    'src/pluginIds',
  ],
  'src/panel': [
    'src/base',
    'src/profile',
    'src/catalogue',
    'src/flamegraph/layout',
    'src/flamegraph/render',
    'src/flamegraph/view',
    'src/flamegraph/table',
    'src/flamegraph/viewer',
    'src/timeline/layout',
    'src/timeline/view',
    'src/frames',
    'src/pluginIds',
  ],
  'src/explore': ['src/base', 'src/profile', 'src/catalogue', 'src/frames', 'src/pluginIds'],
  'src/module': ['src/explore', 'src/pluginIds'],
  'src/pluginIds': [],
};

/** Imports against the arrows that we know of and mean to end: "file -> part". None today. */
const debts: readonly string[] = [];

const pure = /^src\/(base|profile|pyroscope|catalogue|worker|flamegraph\/(layout|render)|timeline\/(layout|render))$/;
const impurePackage = /^(react|react-dom|rxjs|@grafana|@emotion)(\/|$)/;

function partOf(file: string): string | undefined {
  const relative = path.relative(root, file).split(path.sep).join('/');
  return Object.keys(arrows)
    .filter((part) => relative === part || relative.startsWith(`${part}/`) || relative.startsWith(`${part}.`))
    .sort((a, b) => b.length - a.length)[0];
}

export const importArrows: Rule.RuleModule = {
  meta: { type: 'problem', schema: [], docs: { description: 'imports follow the arrows between the parts' } },
  create(context) {
    const file = path.relative(root, context.filename).split(path.sep).join('/');
    const from = partOf(context.filename);
    const isTest = /\.test\.tsx?$/.test(file);

    function check(node: Rule.Node, specifier: unknown) {
      if (typeof specifier !== 'string' || !file.startsWith('src/')) {
        return;
      }
      if (specifier === 'react-dom/client' && !isTest) {
        context.report({
          node,
          message: 'react-dom/client is not shared by Grafana: it would bundle a second React DOM.',
        });
      }
      if (!specifier.startsWith('.')) {
        if (from !== undefined && pure.test(from) && impurePackage.test(specifier)) {
          context.report({ node, message: `${from} is pure: it may not import ${specifier}.` });
        }
        return;
      }
      const target = path.resolve(path.dirname(context.filename), specifier);
      const to = partOf(target);
      const inside = path.relative(root, target).split(path.sep).join('/');
      if (!inside.startsWith('src/')) {
        if (!isTest) {
          context.report({ node, message: `src imports nothing outside src, but ${specifier} is.` });
        }
        return;
      }
      if (from === undefined || to === undefined) {
        context.report({
          node,
          message: `${from === undefined ? file : inside} belongs to no part of importArrows.ts.`,
        });
        return;
      }
      if (from !== to && !arrows[from]?.includes(to) && !debts.includes(`${file} -> ${to}`)) {
        context.report({ node, message: `${from} may not import ${to}: see src/README.md.` });
      }
    }

    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => check(node, node.source.type === 'Literal' ? node.source.value : undefined),
    };
  },
};
