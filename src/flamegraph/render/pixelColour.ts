/** "#rrggbb" -> red, green, blue, opaque, as they lie in memory where the lowest byte comes first: on all there is. */
export function pixelColour(css: string): number {
  const rgb = Number.parseInt(css.slice(1), 16);
  return (0xff000000 | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
}
