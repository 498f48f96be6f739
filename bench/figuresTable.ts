import type { Figure } from './figure';

/** Figures of one call tree as a Markdown table. */
export function figuresTable(title: string, figures: readonly Figure[]): string {
  return [
    `### ${title}`,
    '',
    '| what | ours | floor | ratio | what the floor is | goal |',
    '|---|---:|---:|---:|---|---|',
    ...figures.map(({ what, value, unit, floor, goal }) => {
      // A floor of 0 is below what the browser's clock can tell.
      const ratio = floor === undefined || floor.value === 0 ? '' : `${round(value / floor.value)}×`;
      const least = floor === undefined ? '' : `${round(floor.value)} ${unit}`;
      return `| ${what} | ${round(value)} ${unit} | ${least} | ${ratio} | ${floor?.what ?? ''} | ${goal ?? ''} |`;
    }),
    '',
  ].join('\n');
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value >= 0.1 ? 2 : 4);
}
