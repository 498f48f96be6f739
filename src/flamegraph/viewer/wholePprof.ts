import { fileName } from './fileName';
import { gzip } from './gzip';
import type { NamedFile, ProfileNotes } from './profileFile';
import type { ViewerQuestions } from './viewerQuestions';

/** The profile as the backend has it: every stack, and lines, whatever is shown of it. */
export async function wholePprof(
  { title, span, timeZone }: ProfileNotes,
  { source, question }: ViewerQuestions
): Promise<NamedFile> {
  if (source.pprof === undefined) {
    throw new Error('This data source gives no pprof files.');
  }
  const bytes = await source.pprof(question, new AbortController().signal);
  return { name: fileName(title, span, timeZone, 'pb.gz'), content: await gzip(new Uint8Array(bytes)) };
}
