import type { FunctionIndex } from './callTree';
import type { FunctionTable } from './functionTable';

/** Where a function stands in the source. */
export interface SourcePlace {
  readonly file: string;
  /** First line of the function, 1-based, 0 where unknown. */
  readonly startLine: number;
}

/**
 * When two functions are the same.
 *
 * `place`: if name, file and first line are, as within one profile, where anonymous functions share a name.
 * `name`: if the names are, as the backend sees it and as it must be across profiles, because lines and the versions in
 * file paths differ between releases. The first place that is given is kept.
 */
export type FunctionIdentity = 'place' | 'name';

/** A function table while it is being filled. Function 0 is the root's, which no other node shares. */
export class FunctionInterner {
  private readonly names: string[];
  private readonly byName = new Map<string, FunctionIndex>();
  private readonly byPlace = new Map<string, FunctionIndex>();
  private readonly places: (SourcePlace | undefined)[] = [undefined];
  private hasPlaces = false;

  constructor(
    rootName: string,
    private readonly identity: FunctionIdentity = 'place'
  ) {
    this.names = [rootName];
  }

  get length(): number {
    return this.names.length;
  }

  intern(name: string, place?: SourcePlace): FunctionIndex {
    const hasPlace = place !== undefined && this.identity === 'place';
    const known = hasPlace ? this.byPlace : this.byName;
    // The length tells where the file ends and the name begins.
    const key = hasPlace ? `${place.startLine}:${place.file.length}:${place.file}${name}` : name;
    const found = known.get(key);
    if (found !== undefined) {
      this.places[found] ??= place;
      this.hasPlaces ||= place !== undefined;
      return found;
    }
    const func = this.names.length;
    known.set(key, func);
    this.names.push(name);
    this.places.push(place);
    this.hasPlaces ||= place !== undefined;
    return func;
  }

  table(): FunctionTable {
    const length = this.names.length;
    if (!this.hasPlaces) {
      return { length, names: this.names.slice() };
    }
    const files: string[] = [];
    const fileIndex = new Map<string, number>();
    const file = new Int32Array(length).fill(-1);
    const startLine = new Int32Array(length);
    this.places.forEach((place, func) => {
      if (place === undefined || place.file === '') {
        return;
      }
      let index = fileIndex.get(place.file);
      if (index === undefined) {
        index = files.push(place.file) - 1;
        fileIndex.set(place.file, index);
      }
      file[func] = index;
      startLine[func] = place.startLine;
    });
    return { length, names: this.names.slice(), file, files, startLine };
  }
}

/** Where a function of a table stands, or undefined where the table does not say. */
export function placeOf({ file, files, startLine }: FunctionTable, func: FunctionIndex): SourcePlace | undefined {
  const text = file === undefined ? undefined : files?.[file[func]];
  return text === undefined ? undefined : { file: text, startLine: startLine?.[func] ?? 0 };
}
