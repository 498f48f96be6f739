/**
 * Divides `total` whole units in the ratio of the weights, so that the parts add up to exactly `total`: each gets its
 * share rounded down, and the units that are left go to the largest remainders.
 */
export function share(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((value, at) => ({ at, remainder: value - parts[at] }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of byRemainder.slice(0, left)) {
    parts[at] += 1;
  }
  return parts;
}
