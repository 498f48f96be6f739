import type { DataSourceParts } from '../ProfilesDataSource';
import type { VariableFormat } from '../queries/interpolateSelector';

/** Grafana's template service with these variables; an array is a variable of several values. Writes values as Grafana does. */
export function fakeTemplates(
  variables: Readonly<Record<string, string | readonly string[]>>
): DataSourceParts['templates'] {
  const write = (name: string, format?: string | VariableFormat) => {
    const value = variables[name];
    if (typeof format === 'function') {
      return format(value, { multi: typeof value !== 'string' });
    }
    if (typeof value === 'string') {
      return value;
    }
    return format === 'csv' ? value.join(',') : value.length === 1 ? value[0] : `{${value.join(',')}}`;
  };
  return {
    replace: (text = '', _scope, format) =>
      text.replace(/\$\{(\w+)\}|\$(\w+)|\[\[(\w+)\]\]/g, (found, ...names: string[]) => {
        const name = names.slice(0, 3).find((each) => each !== undefined);
        return name !== undefined && Object.hasOwn(variables, name)
          ? String(write(name, format as string | VariableFormat | undefined))
          : found;
      }),
    getVariables: () => [],
  };
}
