import { Alert, Button, Stack } from '@grafana/ui';

interface Props {
  readonly onChooseService: () => void;
  readonly onAsk: () => void;
}

/** Stands before a question about every service over a long time, which is asked only when somebody says so. */
export function BroadQuestionWarning({ onChooseService, onAsk }: Props) {
  return (
    <Alert severity="warning" title="This asks for the profiles of all services over more than a day">
      <Stack direction="row" wrap="wrap" gap={1} alignItems="center">
        <span>It may be slow, or more than the backend allows. Changes are not asked until you run the query.</span>
        <Button size="sm" variant="secondary" onClick={onChooseService}>
          Choose a service
        </Button>
        <Button size="sm" variant="secondary" fill="text" onClick={onAsk}>
          Ask anyway
        </Button>
      </Stack>
    </Alert>
  );
}
