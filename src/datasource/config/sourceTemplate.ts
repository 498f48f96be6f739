/** What is told of a template of source links while it is being written. */
export interface TemplateCheck {
  /** Why no link can be made by it, in a sentence. */
  readonly problem?: string;
  /** What may be meant differently, in a sentence. */
  readonly warning?: string;
  /** The link of a made-up function. */
  readonly example?: string;
}

/** The function and the labels of the example. */
const example: Readonly<Record<string, string>> = {
  path: 'internal/cart/price.go',
  line: '42',
  service_name: 'checkout',
  service_repository: 'acme/shop',
  service_git_ref: 'v1.4.2',
  repo: 'acme/shop',
  ref: 'v1.4.2',
};

/** What a function brings along; every other name is a label. */
const ofFunction = ['path', 'line'];

/**
 * Looks at a template such as `https://host/{repo}/blob/{ref}/{path}#L{line}`.
 * @param labelNames of the backend, where they are known: other names give no links.
 */
export function checkTemplate(template: string, labelNames?: readonly string[]): TemplateCheck {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const filled = template.replace(/\{([^{}]*)\}/g, (_, name: string) => example[name] ?? name);
  if (/[{}]/.test(filled)) {
    return { problem: 'A brace of the template is not closed: names stand in braces, as in {path}.' };
  }
  if (names.includes('')) {
    return { problem: 'A pair of braces is empty: {path}, {line} or the name of a label belongs into it.' };
  }
  if (!/^https?:\/\//i.test(template) || !URL.canParse(filled)) {
    return {
      problem:
        'A link begins with http:// or https:// and a host, such as https://github.com/acme/shop/blob/main/{path}#L{line}.',
    };
  }
  if (/^https?:\/\/[^/]*\{/i.test(template)) {
    return { problem: 'The host of a link is fixed: names in braces stand behind it.' };
  }
  return { example: new URL(filled).href, ...warningOf(names, labelNames) };
}

function warningOf(names: readonly string[], labelNames: readonly string[] | undefined): { warning?: string } {
  if (!names.includes('path')) {
    return { warning: 'Without {path}, every function has the same link.' };
  }
  const labels = names.filter((name) => !ofFunction.includes(name));
  const unknown = labels.filter((name) => labelNames?.includes(name) === false);
  return unknown.length === 0
    ? {}
    : {
        warning: `No profile of the last hour has ${unknown.length === 1 ? 'a label' : 'labels'} ${unknown.map((name) => `"${name}"`).join(', ')}: functions get no link without it.`,
      };
}
