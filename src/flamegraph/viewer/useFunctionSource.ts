import { useCallback, useEffect, useState } from 'react';
import { sourceLink } from './sourceLink';
import type { ViewerQuestions } from './viewerQuestions';

/** Where the source of a line can be read; the line is undefined where it is not known. */
export type FunctionSource = (file: string, line: number | undefined) => string | undefined;

const NO_LABELS: Readonly<Record<string, string>> = {};

/**
 * Source links by the template of the data source's settings; undefined where it has none. Labels that the template
 * names are asked for once for a question; until they are known, and where they cannot be, what needs them has no link.
 */
export function useFunctionSource(questions: ViewerQuestions | undefined): FunctionSource | undefined {
  const template = questions?.source.sourceLink?.template;
  const [known, setKnown] = useState<{
    readonly of: ViewerQuestions;
    readonly labels: Readonly<Record<string, string>>;
  }>();
  useEffect(() => {
    if (questions === undefined || template === undefined || !namesLabels(template)) {
      return;
    }
    const asking = new AbortController();
    const { source, question } = questions;
    source.commonLabels?.(question, asking.signal).then(
      (labels) => setKnown({ of: questions, labels }),
      // Nobody asked for a link yet: one that cannot be made is one that is not offered.
      () => setKnown(undefined)
    );
    return () => asking.abort();
  }, [questions, template]);
  const labels = known !== undefined && known.of === questions ? known.labels : NO_LABELS;
  const link = useCallback<FunctionSource>(
    (path, line) => (template === undefined ? undefined : sourceLink(template, { path, line: line ?? 0, labels })),
    [template, labels]
  );
  return template === undefined ? undefined : link;
}

function namesLabels(template: string): boolean {
  return [...template.matchAll(/\{([^{}]*)\}/g)].some(([, name]) => name !== 'path' && name !== 'line');
}
