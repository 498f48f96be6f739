/** More would only wait for each other in the backend, which puts the parts of a question in a queue of its own. */
const AT_ONCE = 3;

/**
 * The answers to parts of a question, in the order of the parts, a few (`atOnce`) asked at a time. The first failure ends all of
 * it, and so does aborting the signal, whose reason `ask` is given and rejects with.
 */
export async function askParts<P, A>(
  parts: readonly P[],
  ask: (part: P, signal: AbortSignal) => Promise<A>,
  signal: AbortSignal,
  atOnce = AT_ONCE
): Promise<A[]> {
  if (parts.length === 1) {
    return [await ask(parts[0], signal)];
  }
  const stop = new AbortController();
  const leave = () => stop.abort(signal.reason);
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) {
    leave();
  }
  const answers = new Array<A>(parts.length);
  let next = 0;
  const askInTurn = async () => {
    while (next < parts.length) {
      const at = next++;
      answers[at] = await ask(parts[at], stop.signal);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, askInTurn));
    return answers;
  } finally {
    signal.removeEventListener('abort', leave);
    stop.abort();
  }
}
