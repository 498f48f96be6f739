/* `npm run build` and `npm run dev`: dist/ once for production, or again at every change for development. */
import webpack from 'webpack';
import { webpackConfig } from './webpack.config';

const watch = process.argv.includes('--watch');
const compiler = webpack(webpackConfig(watch ? 'development' : 'production'));

function report(error: Error | null, stats: webpack.Stats | undefined) {
  if (error || stats === undefined) {
    console.error(error?.stack ?? 'webpack gave no result');
    process.exitCode = 1;
    return;
  }
  console.log(
    stats.toString({ preset: 'errors-warnings', colors: process.stdout.isTTY, timings: true, assets: !watch })
  );
  process.exitCode = stats.hasErrors() ? 1 : 0;
}

if (compiler === null) {
  throw new Error('webpack refused its configuration');
}
if (watch) {
  compiler.watch({}, report);
} else {
  compiler.run((error, stats) => {
    report(error, stats);
    compiler.close(() => undefined);
  });
}
