import type { TimelineAnnotation } from '../layout/annotationPlaces';
import type { TimelineExemplar } from '../layout/exemplarPlaces';

/** What happened at a moment, as one sentence each. */
export function spokenAnnotations(annotations: readonly TimelineAnnotation[]): string[] {
  return annotations.map(({ title, text }) => {
    const words = [title, text].filter((part) => part !== undefined && part !== '').join(': ');
    return `Annotation: ${words || 'without text'}.`;
  });
}

/** One exemplar in a list of them: "Profile 1 of 3: 8.2 s, pod cart-1." */
export function spokenExemplar(
  exemplars: readonly TimelineExemplar[],
  chosen: number,
  write: (exemplar: TimelineExemplar) => string
): string {
  const exemplar = exemplars[chosen];
  const labels = exemplar.labels.map(({ name, value }) => `, ${name} ${value}`).join('');
  return `${nounOf(exemplar)} ${chosen + 1} of ${exemplars.length}: ${write(exemplar)}${labels}.`;
}

/** "3 profiles can be chosen with arrow down." */
export function spokenExemplarCount(exemplars: readonly TimelineExemplar[]): string[] {
  const count = exemplars.length;
  if (count === 0) {
    return [];
  }
  const noun = nounOf(exemplars[0]).toLowerCase();
  return [`${count === 1 ? `1 ${noun}` : `${count} ${noun}s`} can be chosen with arrow down.`];
}

export function nounOf({ spanId }: TimelineExemplar): 'Profile' | 'Span' {
  return spanId === undefined ? 'Profile' : 'Span';
}
