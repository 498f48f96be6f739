/** `{{service_name}} in {{region}}` with the labels' values put in; what a label lacks is left empty. */
export function legendName(format: string, labels: Readonly<Record<string, string>>): string {
  return format.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, name: string) =>
    Object.hasOwn(labels, name) ? labels[name] : ''
  );
}
