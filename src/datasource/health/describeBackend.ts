import type { BackendFacts } from '../../pyroscope/backendFacts';
import type { Capabilities, Feature, Support } from '../../pyroscope/capabilities';

/** What people call each thing that not every backend can do. */
const names: Readonly<Record<Feature, string>> = {
  heatmap: 'heatmaps',
  exemplars: 'exemplars',
  traceSelector: 'profiles of a trace',
  profileSelector: 'single profiles',
  callSite: 'profiles below a function',
  seriesCallSite: 'series of a function',
};

const features = Object.keys(names) as Feature[];

/**
 * What a backend says of itself and was seen to do: "Pyroscope 1.15; heatmaps: yes, exemplars: no." What cannot be found
 * out is left out, or said to be unknown where something else was found. Undefined where nothing is known. Rejects only
 * if aborted.
 */
export async function describeBackend(capabilities: Capabilities, signal: AbortSignal): Promise<string | undefined> {
  const [facts, ...supports] = await Promise.all([
    capabilities.facts(signal),
    ...features.map((feature) => capabilities.supports(feature, signal)),
  ]);
  const parts = [backendName(facts), abilities(supports)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : capitalised(`${parts.join('; ')}.`);
}

function backendName({ version, hasNewerStorage }: BackendFacts): string | undefined {
  if (version === undefined && hasNewerStorage === undefined) {
    return undefined;
  }
  const named = version === undefined ? 'Version unknown' : `Pyroscope ${version}`;
  return hasNewerStorage === undefined ? named : `${named}, ${hasNewerStorage ? 'newer' : 'older'} storage`;
}

function abilities(supports: readonly Support[]): string | undefined {
  return supports.every((support) => support === 'unknown')
    ? undefined
    : features.map((feature, i) => `${names[feature]}: ${supports[i]}`).join(', ');
}

function capitalised(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}
