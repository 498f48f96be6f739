import { createElement, Fragment, type ElementType, type Key, type ReactNode } from 'react';

/*
 * Stands in for react/jsx-runtime in everything that we ship. Grafana shares `react` with its plugins, but 12.2 does
 * not share the JSX runtime, and a bundled runtime makes elements that a React of another major version refuses.
 * Elements made by the shared `createElement` are always the host's own.
 */
type Props = Record<string, unknown> & { children?: ReactNode };

function element(type: ElementType, props: Props, key?: Key) {
  return createElement(type, key === undefined ? props : { ...props, key });
}

function elementWithChildren(type: ElementType, { children, ...props }: Props, key?: Key) {
  const all = Array.isArray(children) ? (children as ReactNode[]) : [children];
  return createElement(type, key === undefined ? props : { ...props, key }, ...all);
}

export { Fragment, element as jsx, element as jsxDEV, elementWithChildren as jsxs };
