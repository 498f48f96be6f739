/*
 * A flame graph to look at: see loadProfile.ts for `src`, `nodes` and `compare`; also `theme`, `width`, `height`, `notice`,
 * `header`, and `state`, the view's state as JSON. With `picture=svg` or `picture=png` the saved picture is shown instead.
 */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { FlameGraph, type FlameGraphState } from '../../src/flamegraph/view/FlameGraph';
import { flamePicture } from '../../src/flamegraph/view/flamePicture';
import { formatNanoseconds } from './formatNanoseconds';
import { GrafanaPage } from './GrafanaPage';
import { loadProfile } from './loadProfile';

const query = new URLSearchParams(location.search);
const tree = await loadProfile(query);
const mode = query.get('theme') === 'light' ? 'light' : 'dark';
const width = Number(query.get('width') ?? window.innerWidth - 48);
const height = Number(query.get('height') ?? window.innerHeight - 48);
const initial = JSON.parse(query.get('state') ?? '{}') as FlameGraphState;
const root = document.getElementById('root');
if (root === null) {
  throw new Error('There is no #root in the page.');
}
const panel = { dark: { background: '#181b1f', page: '#111217' }, light: { background: '#fff', page: '#f4f5f5' } }[
  mode
];
document.body.style.background = panel.page;

function Graph() {
  const [state, setState] = useState(initial);
  return (
    <FlameGraph
      tree={tree}
      width={width}
      height={height}
      format={formatNanoseconds}
      notice={query.get('notice') ?? undefined}
      header={query.get('header') === 'none' ? 'none' : 'full'}
      state={state}
      onStateChange={setState}
    />
  );
}

const kind = query.get('picture');
if (kind === 'svg' || kind === 'png') {
  const picture = flamePicture(tree, {
    width,
    state: initial,
    theme: mode,
    format: formatNanoseconds,
    title: 'CPU of a generated profile',
  });
  const blob = kind === 'png' ? await picture.png(2) : new Blob([picture.svg()], { type: 'image/svg+xml' });
  const image = document.body.appendChild(new Image(picture.width, picture.height));
  image.src = URL.createObjectURL(blob);
}

createRoot(root).render(
  <GrafanaPage mode={mode}>
    {kind === null && (
      <div style={{ margin: 16, padding: 8, width: width + 16, background: panel.background, borderRadius: 2 }}>
        <Graph />
      </div>
    )}
  </GrafanaPage>
);
