import type { TimelineScene } from '../layout/timelineScene';

/** Colours and type of the theme around us; any CSS colours. */
export interface TimelineTheme {
  readonly grid: string;
  readonly text: string;
  readonly background: string;
  readonly fontFamily: string;
}

/** Draws scenes. Canvas today; nothing above this interface knows. */
export interface TimelineRenderer {
  /** Sizes in CSS pixels; `ratio` is device pixels per CSS pixel. Clears what was drawn. */
  resize(width: number, height: number, ratio: number): void;
  draw(scene: TimelineScene, theme: TimelineTheme): void;
}
