import { useEffect, useState } from 'react';

/** Counts how often fonts have come in since: text that was measured or drawn before had another width. */
export function useLoadedFonts(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    // Not in every browser's tests.
    const fonts: FontFaceSet | undefined = document.fonts;
    const increase = () => setCount((before) => before + 1);
    fonts?.addEventListener('loadingdone', increase);
    return () => fonts?.removeEventListener('loadingdone', increase);
  }, []);
  return count;
}
