/** Numbers of a seed, each from 0 up to but not including `below`; the same everywhere (mulberry32). */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Bytes that formats of varints and lengths stumble over. */
const ODD_BYTES = [0, 1, 2, 0x0a, 0x12, 0x7f, 0x80, 0x81, 0xfe, 0xff];

/** No input grows beyond this, so that a round stays short. */
const LONGEST = 8192;

/** One to six small changes of the bytes, some of them with parts of another input. */
export function mutateBytes(bytes: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  const changed = Array.from(bytes);
  for (let left = 1 + dice(6); left > 0; left--) {
    CHANGES[dice(CHANGES.length)](changed, dice(changed.length + 1), other, dice);
  }
  return Uint8Array.from(changed.slice(0, LONGEST));
}

/** Changes `bytes` at position `at`. */
type Change = (bytes: number[], at: number, other: Uint8Array, dice: Dice) => void;

/** Small numbers mostly, large ones sometimes. */
const someLength = (dice: Dice) => 1 + dice(1 << dice(8));

const CHANGES: readonly Change[] = [
  function flipBit(bytes, at, _, dice) {
    bytes.splice(at, 1, (bytes[at] ?? 0) ^ (1 << dice(8)));
  },
  function replaceByAny(bytes, at, _, dice) {
    bytes.splice(at, 1, dice(256));
  },
  function replaceByOdd(bytes, at, _, dice) {
    bytes.splice(at, 1, ODD_BYTES[dice(ODD_BYTES.length)]);
  },
  function addOne(bytes, at, _, dice) {
    bytes.splice(at, 1, ((bytes[at] ?? 0) + (dice(2) === 0 ? 1 : 255)) % 256);
  },
  function remove(bytes, at, _, dice) {
    bytes.splice(at, someLength(dice));
  },
  function putInOdd(bytes, at, _, dice) {
    bytes.splice(at, 0, ...Array.from({ length: 1 + dice(12) }, () => ODD_BYTES[dice(ODD_BYTES.length)]));
  },
  function repeat(bytes, at, _, dice) {
    bytes.splice(at, 0, ...bytes.slice(at, at + someLength(dice)));
  },
  function move(bytes, at, _, dice) {
    const part = bytes.splice(at, someLength(dice));
    bytes.splice(dice(bytes.length + 1), 0, ...part);
  },
  function cutOff(bytes, at) {
    bytes.length = Math.min(bytes.length, at);
  },
  function putInOfOther(bytes, at, other, dice) {
    const from = dice(other.length + 1);
    bytes.splice(at, 0, ...other.subarray(from, from + someLength(dice)));
  },
];
