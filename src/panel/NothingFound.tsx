import type { PanelProps } from '@grafana/data';
import { askedText } from './askedText';
import { EmptyNote } from './EmptyNote';
import { formatSpan } from './numberFormats';
import type { PanelOptions } from './panelOptions';
import { queryErrors } from './queryErrors';
import { spanOfRange } from './wholeRange';

type NothingFoundProps = Pick<PanelProps<PanelOptions>, 'data' | 'timeZone' | 'replaceVariables'>;

/** The queries have ended with nothing to draw: why, or what was asked. */
export function NothingFound({ data, timeZone, replaceVariables }: NothingFoundProps) {
  const errors = queryErrors(data);
  if (errors.length > 0) {
    return <EmptyNote title="The profile could not be read" asked={errors.join(' ')} />;
  }
  return (
    <EmptyNote
      title={`No profiles in ${formatSpan(spanOfRange(data.timeRange), timeZone)}`}
      asked={askedText(data, replaceVariables)}
      hint="Choose a longer time range, or check that the service runs and sends this type of profile."
    />
  );
}
