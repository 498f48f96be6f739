import { useEffect, useState } from 'react';

/**
 * What `load` resolves to, undefined until then. It is called again when `key` changes. A failure is thrown while
 * rendering, so that the page's error boundary shows it.
 */
export function useLoaded<T>(load: () => Promise<T>, key: string): T | undefined {
  const [loaded, setLoaded] = useState<{ value?: T; failure?: Error }>({});
  useEffect(() => {
    let isWanted = true;
    const show = (state: typeof loaded) => isWanted && setLoaded(state);
    load().then(
      (value) => show({ value }),
      (error: unknown) => show({ failure: error instanceof Error ? error : new Error(describe(error)) })
    );
    return () => {
      isWanted = false;
    };
    // `load` is made anew by every rendering; the key says when it would give something else.
  }, [key]);
  if (loaded.failure !== undefined) {
    throw loaded.failure;
  }
  return loaded.value;
}

/** A failed request is no Error, but an object with its text in one of several places. */
function describe(error: unknown): string {
  const { message, statusText, data } = error as { message?: string; statusText?: string; data?: { message?: string } };
  return data?.message ?? message ?? statusText ?? String(error);
}
