import type { NamedFile } from './profileFile';

/** Milliseconds; browsers read the content some time after the click. */
const READ_BY_THEN = 60_000;

/** Gives a file to the browser, which puts it where it puts downloads. */
export function saveFile({ name, content }: NamedFile): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_BY_THEN);
}
