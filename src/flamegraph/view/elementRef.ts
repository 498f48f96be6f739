import type { Ref } from 'react';

/** What `useRef<T>(null)` gives, to be handed on as an element's `ref`: React 18 and 19 have different types for it. */
export type ElementRef<T> = Ref<T> & { readonly current: T | null };
