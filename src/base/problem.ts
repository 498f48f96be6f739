/**
 * What can go wrong between a question and its picture, in words of our own. Each kind has one meaning, so that
 * whoever shows it can choose an icon or offer a way out without reading the sentence.
 */
export type ProblemKind =
  /** No answer at all: wrong address, backend down, network cut. */
  | 'unreachable'
  /** The backend or a proxy before it refused our credentials. */
  | 'unauthorised'
  /** The backend wants to know the tenant and was not told, or was told a bad one. */
  | 'missing-tenant'
  /** The label selector cannot be read. */
  | 'bad-selector'
  /** The profile type id is missing or malformed. */
  | 'bad-profile-type'
  /** The time range is empty, reversed or longer than the backend allows. */
  | 'bad-range'
  /** More nodes were asked for than the backend gives. */
  | 'too-many-nodes'
  /** The backend asked us to slow down. */
  | 'rate-limited'
  /** No answer in time. */
  | 'timeout'
  /** This backend, or its storage, does not know the method or option. */
  | 'unsupported'
  /** The request was refused for a reason that has no kind of its own. */
  | 'bad-request'
  /** The backend failed. */
  | 'backend-failed'
  /** The answer is not what its format says it is. */
  | 'malformed-answer';

/** A failure as plain data: it survives structured cloning and may cross plugin bundles. */
export interface Problem {
  readonly kind: ProblemKind;
  /** One sentence for people: what happened, and what to do. Never HTML. */
  readonly sentence: string;
  /** The backend's own text, for the inspector. */
  readonly detail?: string;
  /** HTTP status of the answer, where there was one. */
  readonly status?: number;
  /** Offset in UTF-16 units of what is wrong in the user's own text (a label selector), where it is known. */
  readonly position?: number;
}

/** A `Problem` on its way up through code that throws. Test with `problemOf`, not `instanceof`: bundles differ. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly problem: Problem,
    options?: ErrorOptions
  ) {
    super(problem.sentence, options);
  }
}

/** The problem that a caught value carries, or a `backend-failed` one made from its message. */
export function problemOf(error: unknown): Problem {
  if (typeof error === 'object' && error !== null && 'problem' in error && isProblem(error.problem)) {
    return error.problem;
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { kind: 'backend-failed', sentence: `Something failed while the profile was read: ${detail}`, detail };
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'kind' in value && 'sentence' in value;
}
