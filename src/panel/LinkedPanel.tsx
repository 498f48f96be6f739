import type { PanelProps } from '@grafana/data';
import { linkText } from './link/linkText';
import { parameterName } from './link/parameterName';
import { tellSeen } from './link/seenPanels';
import { useAddressLink } from './link/useAddressLink';
import { PanelBody } from './PanelBody';
import type { PanelOptions } from './panelOptions';
import type { PanelView } from './panelViews';
import type { FramesToDraw } from './useFramesToDraw';

interface LinkedPanelProps {
  readonly panel: PanelProps<PanelOptions>;
  readonly drawn: FramesToDraw;
  /** At least one. */
  readonly views: readonly PanelView[];
}

const loadCopyLink = async () => (await import('./link/copyLink')).copyLink;

/**
 * The panel with what a link says of it: its option where whoever embeds the panel keeps one, else its own part of the
 * page's address.
 */
export function LinkedPanel({ panel, drawn, views }: LinkedPanelProps) {
  const { link: embedded } = panel.options;
  const own = useAddressLink(embedded === undefined ? parameterName(panel, views) : undefined);
  if (embedded === undefined && own === undefined) {
    return null;
  }
  const parameter = own?.parameter;
  return (
    <PanelBody
      {...{ panel, drawn, views }}
      link={embedded ?? own?.link}
      onLink={own?.onLink ?? ((link) => panel.onOptionsChange({ ...panel.options, link }))}
      onSeen={(view) => parameter !== undefined && tellSeen(parameter, () => linkText(view))}
      onCopyLink={(view) =>
        void loadCopyLink().then((copyLink) =>
          copyLink({ parameter, seen: linkText(view), timeRange: drawn.timeRange })
        )
      }
    />
  );
}
