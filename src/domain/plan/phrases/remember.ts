/**
 * Keeps what a pure function gave for the same words: the owner and deadline cells of a plan say a dozen things a thousand
 * times. Forgets everything when it holds `limit` answers, so a hostile document cannot fill the memory.
 *
 * @param keyOf what the answer depends on
 */
export function remembered<A extends readonly unknown[], T>(
  read: (...words: A) => T,
  keyOf: (...words: A) => string,
  limit = 2000,
): (...words: A) => T {
  const known = new Map<string, T>();
  return (...words) => {
    const key = keyOf(...words);
    if (key.length > LONGEST) return read(...words);
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= limit) known.clear();
    const value = read(...words);
    known.set(key, value);
    return value;
  };
}

/** Longer words hardly repeat. */
const LONGEST = 400;
