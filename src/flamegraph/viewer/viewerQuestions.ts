import type { ProfileQuestion, ProfileSource } from '../../profile/profileSource';

/**
 * Whom to ask more about the profile that is shown, and the question that it answers. Must not change from one rendering
 * to the next unless the answers do.
 */
export interface ViewerQuestions {
  readonly source: ProfileSource;
  readonly question: ProfileQuestion;
  /** For a comparison: the question of the left side. */
  readonly baseline?: ProfileQuestion;
  /**
   * For snapshots, which the tree is an average of: the total of the question's answer, in the tree's unit. Files of the
   * backend hold the sum of all snapshots. Absent for types that add up, and where a file holds only one of the types.
   */
  readonly averageTotal?: number;
}

/** An address that belongs to a function, http or https. */
export interface ViewerLink {
  readonly title: string;
  readonly href: string;
  readonly target?: '_blank' | '_self';
}
