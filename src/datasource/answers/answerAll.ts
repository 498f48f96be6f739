import { LoadingState, type DataQueryResponse } from '@grafana/data';
import type { TargetAnswer } from './answering';
import type { TellSoFar } from './fromAbortable';

/** So long nobody minds to see nothing. After that, what is there is shown while the rest is on its way. */
const PATIENCE_MS = 2000;

/**
 * The answers to all queries of a panel, in their order, when the last of them is there. Where that takes long, those
 * that are there are told as they come, as loading.
 */
export async function answerAll(
  asking: ReadonlyArray<Promise<TargetAnswer>>,
  tell: TellSoFar<DataQueryResponse>
): Promise<DataQueryResponse> {
  const there = new Array<TargetAnswer | undefined>(asking.length).fill(undefined);
  let isLong = false;
  let told = 0;
  const tellIfLong = () => {
    const answers = there.filter((answer) => answer !== undefined);
    if (isLong && answers.length > told && answers.length < asking.length) {
      told = answers.length;
      tell({ ...responseOf(answers), state: LoadingState.Loading });
    }
  };
  const timer = setTimeout(() => {
    isLong = true;
    tellIfLong();
  }, PATIENCE_MS);
  try {
    const answers = await Promise.all(
      asking.map(async (each, at) => {
        const answer = await each;
        there[at] = answer;
        tellIfLong();
        return answer;
      })
    );
    return responseOf(answers);
  } finally {
    clearTimeout(timer);
  }
}

function responseOf(answers: readonly TargetAnswer[]): DataQueryResponse {
  const errors = answers.flatMap((answer) => answer.errors);
  return { data: answers.flatMap(({ frames }) => frames), ...(errors.length > 0 ? { errors } : {}) };
}
