// A byte order mark is a character of a name like any other.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Texts of many byte ranges, each decoded once. What is no UTF-8 becomes U+FFFD.
 *
 * One call of TextDecoder costs more than decoding a name of usual length, so the ASCII ranges are put side by side,
 * decoded in one call, and cut apart again: in ASCII a byte is a UTF-16 unit. The others are decoded one by one.
 *
 * @param starts,ends Range `i` is bytes [starts[i], ends[i]), which must lie inside of `bytes`.
 */
export function decodeTexts(bytes: Uint8Array, starts: Uint32Array, ends: Uint32Array): string[] {
  const count = starts.length;
  const texts = new Array<string>(count).fill('');
  const isAscii = new Uint8Array(count);
  let asciiBytes = 0;
  for (let i = 0; i < count; i++) {
    const start = starts[i];
    const end = ends[i];
    let bits = 0;
    for (let at = start; at < end; at++) {
      bits |= bytes[at];
    }
    if (bits < 0x80) {
      isAscii[i] = 1;
      asciiBytes += end - start;
    } else {
      texts[i] = utf8.decode(bytes.subarray(start, end));
    }
  }

  const sideBySide = new Uint8Array(asciiBytes);
  let filled = 0;
  for (let i = 0; i < count; i++) {
    if (isAscii[i] === 1) {
      sideBySide.set(bytes.subarray(starts[i], ends[i]), filled);
      filled += ends[i] - starts[i];
    }
  }
  const all = utf8.decode(sideBySide);
  let cut = 0;
  for (let i = 0; i < count; i++) {
    if (isAscii[i] === 1) {
      const next = cut + ends[i] - starts[i];
      texts[i] = all.substring(cut, next);
      cut = next;
    }
  }
  return texts;
}
