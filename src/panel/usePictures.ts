import { useState } from 'react';
import { DEFAULT_SORT, type TableSort } from '../flamegraph/table/sortRows';
import type { ProfileViewKind as Pictures } from '../flamegraph/view/flameGraphState';
import {
  offeredViews as offeredPictures,
  shownView as shownPictures,
  type ViewOption as PicturesOption,
} from '../flamegraph/viewer/viewChoice';

/** Which pictures a panel draws of a profile, and how its table is sorted: kept over refreshes, ranges and tabs. */
export interface PicturesState {
  readonly shown: Pictures;
  readonly offered: readonly Pictures[];
  readonly onShow: (pictures: Pictures) => void;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
}

/** What was chosen in the panel holds until its option is changed. `width` and `height`: CSS pixels of the panel. */
export function usePictures(option: PicturesOption, width: number, height: number): PicturesState {
  const [choice, setChoice] = useState<{ readonly pictures: Pictures; readonly option: PicturesOption }>();
  const [sort, onSort] = useState(DEFAULT_SORT);
  const wanted = choice?.option === option ? choice.pictures : option;
  return {
    shown: shownPictures(wanted, width, height),
    offered: offeredPictures(wanted, width, height),
    onShow: (pictures) => setChoice({ pictures, option }),
    sort,
    onSort,
  };
}
