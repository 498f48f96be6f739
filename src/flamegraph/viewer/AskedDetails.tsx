import { useMemo } from 'react';
import { FunctionDetails, type FunctionDetailsProps } from '../table/FunctionDetails';
import { detailQuestionsOf } from './detailQuestionsOf';
import type { FunctionSource } from './useFunctionSource';
import type { ViewerQuestions } from './viewerQuestions';

interface AskedDetailsProps extends Omit<FunctionDetailsProps, 'questions'> {
  readonly questions: ViewerQuestions | undefined;
  readonly source: FunctionSource | undefined;
}

/** The details of a function, with what its data source can be asked of them. */
export function AskedDetails({ questions, source, ...details }: AskedDetailsProps) {
  const { functionName } = details;
  const asked = useMemo(() => detailQuestionsOf(questions, functionName, source), [questions, functionName, source]);
  return <FunctionDetails {...details} questions={asked} />;
}
