import { problemOf, type Problem } from '../../base/problem';
import type { CallTree } from '../../profile/callTree';
import { nearestByPath } from '../../profile/nodePath';
import { askInPlace, type FinerTree } from './askInPlace';
import {
  isCutBelow,
  isSamePlace,
  isToBeAskedAgain,
  NOTHING_OPENED,
  type OpenedPlaces,
  type Place,
  placeKey,
  WHOLE,
  withOpened,
} from './openedPlaces';
import type { ViewerQuestions } from './viewerQuestions';

/** Milliseconds: so long the profile of before stands where places of the new one are asked for again. */
export const HOLD_MS = 3000;

export interface Refinement {
  /** What is to be seen. */
  readonly tree: CallTree;
  readonly opened: OpenedPlaces;
  /** What is being asked for. */
  readonly pending?: Place;
  /** It was open before a refresh. */
  readonly isAgain: boolean;
  readonly failed?: Problem;
}

interface Wish {
  readonly place: Place;
  /** `focus`: given up once the focus is elsewhere. `again`: was open before the refresh. */
  readonly why: 'opened' | 'focus' | 'again';
}

/**
 * One profile, and finer answers put into it one after another: what is wanted last comes first, no place is asked for
 * twice. What was open in the profile `before` is asked for again; until it is there, or for `HOLD_MS`, that profile is
 * the one to be seen, so that nothing closes and opens at every refresh.
 */
export class TreeRefiner {
  private tree: CallTree;
  private opened: OpenedPlaces;
  private readonly wishes: Wish[];
  private readonly asked = new Set<string>();
  private current: { readonly wish: Wish; readonly asking: AbortController } | undefined;
  private failed: { readonly wish: Wish; readonly problem: Problem } | undefined;
  private held: CallTree | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last: Refinement | undefined;

  constructor(
    base: CallTree,
    /** Absent: nobody can be asked. May be given anew. */
    public questions: ViewerQuestions | undefined,
    before: { readonly tree: CallTree; readonly opened: OpenedPlaces } | undefined,
    private readonly tell: (refinement: Refinement) => void
  ) {
    this.tree = base;
    this.opened = before?.opened ?? NOTHING_OPENED;
    this.wishes = wishesAgain(this.opened);
    this.held = before !== undefined && isToBeAskedAgain(base, before.opened) ? before.tree : undefined;
  }

  start(focus: Place | undefined): void {
    if (this.held !== undefined) {
      this.timer = setTimeout(() => this.release(), HOLD_MS);
    }
    this.lookAt(focus);
  }

  /** Nothing more is asked, or told. */
  stop(): void {
    clearTimeout(this.timer);
    this.giveUp();
  }

  /** The focused place; undefined where places are not those of the profile. */
  lookAt(focus: Place | undefined): void {
    const place = this.nearest(focus ?? WHOLE);
    if (this.current?.wish.why === 'focus' && !isSamePlace(this.current.wish.place, place)) {
      this.giveUp();
    }
    if (place.length > 0) {
      this.want({ place, why: 'focus' });
    }
    this.goOn();
  }

  /** Asks for what is cut below a place, or below the nearest to it that the profile has. */
  open(path: Place): void {
    this.want({ place: this.nearest(path), why: 'opened' });
    this.goOn();
  }

  tryAgain(): void {
    if (this.failed !== undefined) {
      this.wishes.push(this.failed.wish);
      this.failed = undefined;
      this.goOn();
    }
  }

  private nearest(path: Place): Place {
    return path.slice(0, nearestByPath(this.tree, path).depth);
  }

  private want(wish: Wish): void {
    if (isSamePlace(this.current?.wish.place, wish.place) || !this.isWorthAsking(wish.place)) {
      return;
    }
    this.failed = undefined;
    const running = this.giveUp();
    this.wishes.push(...(running === undefined ? [] : [running]), wish);
  }

  /** More of the whole can be asked for again and again; a place has told all that it has. */
  private isWorthAsking(place: Place): boolean {
    return isCutBelow(this.tree, place) && (place.length === 0 || !this.asked.has(placeKey(place)));
  }

  private giveUp(): Wish | undefined {
    const wish = this.current?.wish;
    if (wish !== undefined) {
      this.current?.asking.abort();
      this.asked.delete(placeKey(wish.place));
      this.current = undefined;
    }
    return wish;
  }

  private goOn(): void {
    const { questions } = this;
    if (this.current === undefined && this.failed === undefined && questions !== undefined) {
      const wish = this.nextWish();
      if (wish !== undefined) {
        this.ask(wish, questions);
      }
    }
    if (this.current === undefined) {
      this.held = undefined;
    }
    this.say();
  }

  private nextWish(): Wish | undefined {
    for (let wish = this.wishes.pop(); wish !== undefined; wish = this.wishes.pop()) {
      if (this.isWorthAsking(wish.place)) {
        return wish;
      }
    }
    return undefined;
  }

  private ask(wish: Wish, questions: ViewerQuestions): void {
    const asking = new AbortController();
    const moreThan = Math.max(this.tree.length, wish.why === 'again' ? (this.opened.moreThan ?? 0) : 0);
    this.current = { wish, asking };
    this.asked.add(placeKey(wish.place));
    const settle = (act: () => void) => {
      if (!asking.signal.aborted) {
        this.current = undefined;
        act();
        this.goOn();
      }
    };
    askInPlace(questions, this.tree, wish.place, moreThan, asking.signal).then(
      (answer) => settle(() => this.take(answer, wish.place, moreThan)),
      (error: unknown) =>
        settle(() => {
          this.asked.delete(placeKey(wish.place));
          this.failed = { wish, problem: problemOf(error) };
        })
    );
  }

  private take({ tree, of }: FinerTree, place: Place, moreThan: number): void {
    this.tree = tree;
    if (of === 'place') {
      this.opened = withOpened(this.opened, place);
      return;
    }
    this.opened = { ...this.opened, moreThan };
    if (place.length > 0) {
      // Its backend knows no call sites: what is finer now is all that a question about a place would give.
      this.wishes.length = 0;
    }
  }

  private release(): void {
    this.held = undefined;
    this.say();
  }

  private say(): void {
    const said = {
      tree: this.held ?? this.tree,
      opened: this.opened,
      pending: this.current?.wish.place,
      isAgain: this.current?.wish.why === 'again',
      failed: this.failed?.problem,
    };
    const { last } = this;
    if (last === undefined || Object.entries(said).some(([key, value]) => value !== last[key as keyof Refinement])) {
      this.last = said;
      this.tell(said);
    }
  }
}

/** The last comes first: more of the whole, then its places from the root inwards, as one may be found in another. */
function wishesAgain({ places, moreThan }: OpenedPlaces): Wish[] {
  const inwards = [...places].sort((a, b) => b.length - a.length);
  return [...inwards, ...(moreThan === undefined ? [] : [WHOLE])].map((place) => ({ place, why: 'again' }));
}
