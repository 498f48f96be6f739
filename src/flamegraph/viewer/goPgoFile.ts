import { gzip } from './gzip';
import type { NamedFile } from './profileFile';
import type { ViewerQuestions } from './viewerQuestions';

/** The profile that `go build` takes from beside a program's main package by this name (go.dev/doc/pgo). */
export async function goPgoFile({ source, question }: ViewerQuestions): Promise<NamedFile> {
  if (source.goPgo === undefined) {
    throw new Error("This data source gives no profile for Go's compiler.");
  }
  const { signal } = new AbortController();
  return { name: 'default.pgo', content: await gzip(new Uint8Array(await source.goPgo(question, signal))) };
}
