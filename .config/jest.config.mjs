import path from 'node:path';

/** Packages that ship only ES modules, and so must be transformed for jest. */
const esModules = [
  '@grafana',
  '@bufbuild',
  '@hello-pangea',
  '@leeoniya',
  '@openfeature',
  '@react-hookz',
  '@ver0',
  '@wojtekmaj',
  '@marcbachmann',
  'd3',
  'd3-[a-z-]+',
  'date-fns',
  'delaunator',
  'get-user-locale',
  'internmap',
  'marked',
  'memoize',
  'mimic-function',
  'monaco-promql',
  'ol',
  'p-limit',
  'pbf',
  'quickselect',
  'rbush',
  'react-calendar',
  'react-colorful',
  'react-data-grid',
  'react-loading-skeleton',
  'robust-predicates',
  'rxjs',
  'uplot',
  'uuid',
  'yocto-queue',
];

const transform = {
  '^.+\\.(m?[jt]sx?)$': [
    '@swc/jest',
    {
      sourceMaps: 'inline',
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
};

const common = {
  rootDir: path.resolve(import.meta.dirname, '..'),
  transform,
  transformIgnorePatterns: [`node_modules/(?!(${esModules.join('|')})/)`],
  moduleNameMapper: { '\\.(css|svg|png)$': '<rootDir>/.config/jest/fileStub.ts' },
};

/** `model` runs what knows no browser, in Node; `ui` runs the rest in jsdom. */
/** @type {import('jest').Config} */
const config = {
  projects: [
    {
      ...common,
      displayName: 'model',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/src/{base,profile,pyroscope,catalogue,frames,worker}/**/*.test.ts',
        '<rootDir>/src/{flamegraph,timeline}/{layout,render}/**/*.test.ts',
        '<rootDir>/{workbench,tests,.config}/**/*.test.ts',
        '<rootDir>/src/*.test.ts',
      ],
    },
    {
      ...common,
      displayName: 'ui',
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/.config/jest/browserStubs.ts'],
      testMatch: [
        '<rootDir>/src/{datasource,panel,explore}/**/*.test.{ts,tsx}',
        '<rootDir>/src/{flamegraph,timeline}/{view,table,viewer}/**/*.test.{ts,tsx}',
      ],
    },
  ],
};

export default config;
