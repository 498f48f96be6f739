import type { PluginExtensionAddedLinkConfig } from '@grafana/data';
import { explorePath } from '../routes';
import { variableNames } from '../urlState';

/** What Grafana's trace view tells of a span, as facts from its sources (public/app/features/explore/TraceView). */
interface SpanContext {
  /** Resource attributes: one may have several values. */
  readonly attributes?: Readonly<Record<string, readonly unknown[]>>;
}

/** Where Grafana's trace view, from 12.1 on, takes links to stand beside a resource attribute. */
const RESOURCE_ATTRIBUTES = 'grafana/traceview/resource-attributes';
/** The attribute that the link stands beside, by OpenTelemetry's name; profiles have it as `service_name`. */
const SERVICE = 'service.name';

/** Leads from a span of a trace to the profiles of the service that it ran in. */
export const spanLink: PluginExtensionAddedLinkConfig<SpanContext> = {
  targets: [RESOURCE_ATTRIBUTES],
  title: 'Profiles of this service',
  description: 'Explore the profiles of the service that the span ran in',
  icon: 'fire',
  category: SERVICE,
  path: explorePath,
  configure: (context) => {
    const service = context?.attributes?.[SERVICE]?.[0];
    return typeof service === 'string' && service !== ''
      ? { path: `${explorePath}?${new URLSearchParams({ [`var-${variableNames.service}`]: service }).toString()}` }
      : undefined;
  },
};
