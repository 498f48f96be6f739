/** Stands for the styles by which @grafana/ui asks Grafana for its fonts. */
export function getFontStyles() {
  return undefined;
}
