/** Colours and type of the theme around us; any CSS colours. */
export interface TimelineTheme {
  readonly grid: string;
  readonly text: string;
  readonly background: string;
  /** Of annotations that have none of their own. */
  readonly annotation: string;
  readonly exemplar: string;
  /** From the rarest to the most frequent. */
  readonly heat: readonly string[];
  readonly fontFamily: string;
}

/** Draws scenes. Canvas today; nothing above this interface knows. */
export interface SceneRenderer<Scene> {
  /** Sizes in CSS pixels; `ratio` is device pixels per CSS pixel. Clears what was drawn. */
  resize(width: number, height: number, ratio: number): void;
  draw(scene: Scene, theme: TimelineTheme): void;
}
