import { displayName } from '../../layout/displayName';
import type { DetailQuestions } from '../detailQuestions';
import { SourceLink } from './SourceLink';

interface LineNameProps {
  readonly file: string;
  /** 1-based; 0 is what has no line. */
  readonly line: number;
  readonly sourceLink: DetailQuestions['sourceLink'];
}

/** A line, and the way to its source where that is known. */
export function LineName({ file, line, sourceLink }: LineNameProps) {
  return line === 0 ? (
    'no line'
  ) : (
    <SourceLink href={file === '' ? undefined : sourceLink?.(file, line)}>{`line ${line}`}</SourceLink>
  );
}

/** What stands above lines: a path's end says more than its beginning, which is what would be seen of it. */
export function linesTitle(path: string): string {
  return path === '' ? 'Line' : displayName(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
}
