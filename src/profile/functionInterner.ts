import type { FunctionIndex } from './callTree';
import type { FunctionTable } from './functionTable';

/** Where a function stands in the source. */
export interface SourcePlace {
  readonly file: string;
  /** First line of the function, 1-based, 0 where unknown. */
  readonly startLine: number;
}

/**
 * A function table while it is being filled. Functions are the same if their names are, and their places where they
 * have one. Function 0 is the root's, which no other node shares.
 */
export class FunctionInterner {
  private readonly names: string[];
  private readonly byName = new Map<string, FunctionIndex>();
  private readonly byPlace = new Map<string, FunctionIndex>();
  private readonly places: (SourcePlace | undefined)[] = [undefined];
  private hasPlaces = false;

  constructor(rootName: string) {
    this.names = [rootName];
  }

  get length(): number {
    return this.names.length;
  }

  intern(name: string, place?: SourcePlace): FunctionIndex {
    const [known, key] =
      place === undefined ? [this.byName, name] : [this.byPlace, `${name}\0${place.file}\0${place.startLine}`];
    const found = known.get(key);
    if (found !== undefined) {
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
