import { getDataSourceSrv } from '@grafana/runtime';
import type { AlertVariant } from '@grafana/ui';

export interface TestResult {
  readonly severity: AlertVariant;
  readonly title: string;
  readonly details?: string;
}

interface Answer {
  readonly status?: string;
  readonly message?: string;
  readonly details?: { readonly message?: string; readonly verboseMessage?: string };
}

interface Thrown extends Answer {
  readonly statusText?: string;
  readonly data?: Answer;
}

/** Asks a data source whether it works. It may answer with a status, or throw, with its message in any of three places. */
export async function testDataSource(uid: string): Promise<TestResult> {
  try {
    const dataSource = await getDataSourceSrv().get(uid);
    const { status, message, details } = (await dataSource.testDatasource()) as Answer;
    return { severity: severityOf(status), title: message ?? '', details: textOf(details) };
  } catch (error) {
    const { message, statusText, data, details } = error as Thrown;
    const title = data?.message ?? message ?? statusText ?? 'The test failed.';
    return { severity: 'error', title, details: textOf(details) };
  }
}

function severityOf(status: string | undefined): AlertVariant {
  return status === 'success' || status === 'warning' || status === 'info' ? status : 'error';
}

function textOf(details: Answer['details']): string | undefined {
  return details?.message || details?.verboseMessage;
}
