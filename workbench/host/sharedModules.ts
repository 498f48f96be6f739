/**
 * What Grafana shares with plugins: the page's own copy of each package, by the name under which a plugin's module asks
 * for it. The list is that of `externals` in the bundler's configuration, less what only very old plugins ask for
 * (angular, d3). A CommonJS package is given as the one value that it exports, as an AMD module expects it.
 */
export const sharedModules: Readonly<Record<string, () => Promise<object>>> = {
  '@emotion/css': () => import('@emotion/css'),
  '@emotion/react': () => import('@emotion/react'),
  '@grafana/data': () => import('@grafana/data'),
  '@grafana/data/unstable': () => import('@grafana/data/unstable'),
  '@grafana/runtime': () => import('@grafana/runtime'),
  '@grafana/runtime/unstable': () => import('@grafana/runtime/unstable'),
  '@grafana/slate-react': () => import('slate-react'),
  '@grafana/ui': () => import('@grafana/ui'),
  '@grafana/ui/unstable': () => import('@grafana/ui/unstable'),
  emotion: () => import('@emotion/css'),
  i18next: async () => (await import('i18next')).default,
  jquery: async () => (await import('jquery')).default,
  lodash: async () => (await import('lodash')).default,
  moment: async () => (await import('moment')).default,
  prismjs: async () => (await import('prismjs')).default,
  react: async () => (await import('react')).default,
  'react-dom': async () => (await import('react-dom')).default,
  'react-inlinesvg': () => import('react-inlinesvg'),
  'react-redux': () => import('react-redux'),
  // Version 6, as Grafana shares it: the one that react-router-dom exports again.
  'react-router': () => import('react-router-dom'),
  redux: () => import('redux'),
  rxjs: () => import('rxjs'),
  'rxjs/operators': () => import('rxjs/operators'),
  slate: () => import('slate'),
  'slate-plain-serializer': async () => (await import('slate-plain-serializer')).default,
};
