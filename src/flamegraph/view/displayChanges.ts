/** Calls back when the window moves to a screen of another pixel density, and when fonts have arrived. */
export function listenForDisplayChanges(onChange: () => void): () => void {
  let stopWatching = watchDensity();
  function watchDensity() {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio || 1}dppx)`);
    const onDensity = () => {
      stopWatching();
      stopWatching = watchDensity();
      onChange();
    };
    query.addEventListener('change', onDensity);
    return () => query.removeEventListener('change', onDensity);
  }
  // Not there in every environment that the view runs in, jsdom for one.
  const fonts = 'fonts' in document ? document.fonts : undefined;
  fonts?.addEventListener('loadingdone', onChange);
  return () => {
    stopWatching();
    fonts?.removeEventListener('loadingdone', onChange);
  };
}
