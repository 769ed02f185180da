/**
 * Keeps what a pure function gave for the same words: the owner and deadline cells of a plan say a dozen things a thousand
 * times. Forgets everything when it holds `limit` answers, so a hostile document cannot fill the memory.
 */
export function remembered<T>(read: (words: string) => T, limit = 2000): (words: string) => T {
  const known = new Map<string, T>();
  return (words) => {
    if (words.length > LONGEST) return read(words);
    const before = known.get(words);
    if (before !== undefined) return before;
    if (known.size >= limit) known.clear();
    const value = read(words);
    known.set(words, value);
    return value;
  };
}

/** Longer words hardly repeat. */
const LONGEST = 400;
