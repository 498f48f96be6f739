import type { Instrumentation } from './instrumentation';

/**
 * What made the profiles of a service, by their labels; undefined where the labels do not say. Pyroscope keeps the name
 * that a profiler gives itself in `pyroscope_spy` (pkg/distributor/model/push.go has the list); OpenTelemetry names the
 * language; Alloy's eBPF profiler names services that nobody named `ebpf/namespace/container`.
 */
export function instrumentationOf(labels: Readonly<Record<string, string>>): Instrumentation | undefined {
  const spy = labels.pyroscope_spy ?? labels.__spy__ ?? labels.spy_name ?? '';
  const bySpy = spies.get(spy) ?? spyFamilies.find(([name]) => name.test(spy))?.[1];
  if (bySpy !== undefined) {
    return bySpy;
  }
  if (/^ebpf\//.test(labels.service_name ?? '')) {
    return 'Alloy (eBPF)';
  }
  const language = languageLabels.map((name) => labels[name]).find((value) => value !== undefined && value !== '');
  return language === undefined ? undefined : languages.get(language.toLowerCase());
}

/** The labels that say it: to be asked for with the profile types of a service. */
export const instrumentationLabels: readonly string[] = [
  'pyroscope_spy',
  '__spy__',
  'service_name',
  'telemetry_sdk_language',
  'telemetry.sdk.language',
  'language',
];

const languageLabels = ['telemetry_sdk_language', 'telemetry.sdk.language', 'language'];

const spies: ReadonlyMap<string, Instrumentation> = new Map([
  ['gospy', 'Go SDK'],
  ['javaspy', 'Java SDK'],
  ['dotnetspy', '.NET SDK'],
  ['rbspy', 'Ruby SDK'],
  ['pyspy', 'Python SDK'],
  ['pyroscope-rs', 'Rust SDK'],
  ['nodespy', 'Node.js SDK'],
  ['ebpfspy', 'Alloy (eBPF)'],
  ['scrape', 'Alloy (Go, pull)'],
]);

/** Alloy was named Grafana Agent once; what it profiles stands behind its name. */
const spyFamilies: ReadonlyArray<readonly [RegExp, Instrumentation]> = [
  [/^(alloy|grafana-agent)\.java$/, 'Alloy (Java)'],
  [/^(alloy|grafana-agent)\.ebpf$/, 'Alloy (eBPF)'],
];

const languages: ReadonlyMap<string, Instrumentation> = new Map([
  ['go', 'Go SDK'],
  ['java', 'Java SDK'],
  ['dotnet', '.NET SDK'],
  ['ruby', 'Ruby SDK'],
  ['python', 'Python SDK'],
  ['rust', 'Rust SDK'],
  ['nodejs', 'Node.js SDK'],
]);
