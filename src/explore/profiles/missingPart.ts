/** Why the page has no profile to show. */
export type MissingPart =
  | { readonly kind: 'services' }
  | { readonly kind: 'profile types'; readonly service: string }
  /** The backend gave this sentence instead of services or profile types. */
  | { readonly kind: 'answer'; readonly sentence: string };

/** What one of the page's variables has come to, once it has loaded. */
export interface Choice {
  /** What is chosen, empty for nothing. It may come from a link and not be among the options. */
  readonly value: string;
  readonly optionCount: number;
  readonly error: string | undefined;
}

/** The first thing that lacks for a profile, from the outermost inwards; undefined where nothing does. */
export function missingPart(service: Choice, profileType: Choice): MissingPart | undefined {
  const sentence = service.error ?? profileType.error;
  if (sentence !== undefined) {
    return { kind: 'answer', sentence };
  }
  if (service.value === '') {
    return { kind: 'services' };
  }
  return profileType.optionCount === 0 ? { kind: 'profile types', service: service.value } : undefined;
}
