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
  let byteCount = 0;
  for (let i = 0; i < count; i++) {
    byteCount += ends[i] - starts[i];
  }
  const sideBySide = new Uint8Array(byteCount);
  let filled = 0;
  /** Range -> where its text ends in `sideBySide`. A range that is not ASCII takes no room there. */
  const cuts = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const end = ends[i];
    const from = filled;
    let bits = 0;
    for (let at = starts[i]; at < end; at++) {
      const byte = bytes[at];
      bits |= byte;
      sideBySide[filled++] = byte;
    }
    if (bits >= 0x80) {
      texts[i] = utf8.decode(bytes.subarray(starts[i], end));
      filled = from;
    }
    cuts[i] = filled;
  }
  const ascii = utf8.decode(sideBySide.subarray(0, filled));
  let from = 0;
  for (let i = 0; i < count; i++) {
    if (cuts[i] > from) {
      texts[i] = ascii.substring(from, cuts[i]);
    }
    from = cuts[i];
  }
  return texts;
}
