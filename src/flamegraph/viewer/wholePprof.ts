import type { ProfileQuestion } from '../../profile/profileSource';
import type { ComparisonSide } from '../../profile/sideOfComparison';
import { fileName } from './fileName';
import { gzip } from './gzip';
import type { NamedFile, ProfileNotes } from './profileFile';
import type { ViewerQuestions } from './viewerQuestions';

/**
 * The profile as the backend has it: every stack, and lines, whatever is shown of it. A file for each profile type that
 * was added up to it, as the format's readers take one type of a file at a time. Of a comparison one side.
 */
export async function wholePprof(
  { title, timeZone }: ProfileNotes,
  { source, question, baseline }: ViewerQuestions,
  side?: ComparisonSide
): Promise<readonly NamedFile[]> {
  const pprof = source.pprof?.bind(source);
  const asked = side === 'baseline' ? baseline : question;
  if (pprof === undefined || asked === undefined) {
    throw new Error('This data source gives no such pprof file.');
  }
  const { signal } = new AbortController();
  return Promise.all(
    typesOf(asked).map(async ({ name, ...one }) => {
      const content = await gzip(new Uint8Array(await pprof(one.question, signal)));
      const extension = [side, name, 'pb.gz'].filter((part) => part !== undefined).join('.');
      return { name: fileName(title, asked, timeZone, extension), content };
    })
  );
}

/** A question for each profile type; with what tells their files apart, where there are several. */
function typesOf({
  otherProfileTypeIds = [],
  ...question
}: ProfileQuestion): ReadonlyArray<{ readonly name?: string; readonly question: ProfileQuestion }> {
  const types = [question.profileTypeId, ...otherProfileTypeIds];
  return types.map((profileTypeId) => ({
    // The second part of an id says what was sampled.
    name: types.length > 1 ? profileTypeId.split(':')[1] : undefined,
    question: { ...question, profileTypeId },
  }));
}
