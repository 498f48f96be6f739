import type { Choice } from '../variables/choice';

/** Why the page has no profile to show. */
export type MissingPart =
  | { readonly kind: 'services' }
  | { readonly kind: 'profile types'; readonly service: string }
  /** A link asks for a type that the service did not send. */
  | {
      readonly kind: 'profile type';
      readonly service: string;
      readonly profileTypeId: string;
      /** Ids of those that it sent. */
      readonly sent: readonly string[];
      /** Absent until it is found out. */
      readonly why?: string;
    }
  /** The backend gave this sentence instead of services or profile types. */
  | { readonly kind: 'answer'; readonly sentence: string };

/** The first thing that lacks for a profile, from the outermost inwards; undefined where nothing does. */
export function missingPart(service: Choice, profileType: Choice): MissingPart | undefined {
  const sentence = service.error ?? profileType.error;
  if (sentence !== undefined) {
    return { kind: 'answer', sentence };
  }
  if (service.value === '') {
    return { kind: 'services' };
  }
  if (profileType.options.length === 0) {
    return { kind: 'profile types', service: service.value };
  }
  return profileType.isCustom
    ? {
        kind: 'profile type',
        service: service.value,
        profileTypeId: profileType.value,
        sent: profileType.options,
      }
    : undefined;
}
