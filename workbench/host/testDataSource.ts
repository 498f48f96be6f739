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
  readonly details?: { readonly message?: string };
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
    return { severity: status === 'success' ? 'success' : 'error', title: message ?? '', details: details?.message };
  } catch (error) {
    const { message, statusText, data, details } = error as Thrown;
    const title = data?.message ?? message ?? statusText ?? 'The test failed.';
    return { severity: 'error', title, details: details?.message };
  }
}
