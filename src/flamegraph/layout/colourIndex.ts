import { HUES, SHADES } from './palette';

/** The family gives the hue, the member its shade. */
export function colourIndex(family: string, member: string): number {
  return 1 + (hash(family, SEED) % HUES) * SHADES + (hash(member, ~SEED) % SHADES);
}

/**
 * Where the hash starts. Any number would do; with this one the packages that most programs of a language share (main,
 * runtime, net, encoding, crypto, sync; java/util, java/lang, java/io; ...) get hues that are far from each other.
 */
const SEED = 4_914_770;

/** FNV-1a over UTF-16 units, its bits then mixed so that remainders are even. Source: Fowler, Noll and Vo. */
function hash(text: string, seed: number): number {
  let h = seed;
  for (let at = 0; at < text.length; at++) {
    h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
