/// <reference types="systemjs" />

/** Setters for Grafana's core that @grafana/runtime does not export; vite.config.ts says where they are. */
declare module 'grafana-runtime-internal/PanelDataErrorView' {
  import { type ComponentType } from 'react';
  import { type PanelDataErrorViewProps } from '@grafana/runtime';
  export function setPanelDataErrorView(view: ComponentType<PanelDataErrorViewProps>): void;
}

declare module 'grafana-runtime-internal/PluginPage' {
  import { type ComponentType } from 'react';
  import { type PluginPageProps } from '@grafana/runtime';
  export function setPluginPage(page: ComponentType<PluginPageProps>): void;
}

declare module 'systemjs/dist/system.js';
declare module 'systemjs/dist/extras/amd.js';

/** Packages without types, which the page only passes on. */
declare module 'prismjs' {
  const prism: object;
  export default prism;
}
declare module 'slate';
declare module 'slate-react';
declare module 'slate-plain-serializer' {
  const serializer: object;
  export default serializer;
}
