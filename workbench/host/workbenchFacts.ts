import { config } from '@grafana/runtime';
import type { WorkbenchFacts } from '../server/bootData';

/** What the server tells of this run, beside Grafana's own boot data. */
export function workbenchFacts(): WorkbenchFacts {
  return (config.bootData as unknown as { workbench: WorkbenchFacts }).workbench;
}
