/** Tells whoever watches (the page's stream, a waiting test) that something in the platform is different now. */
export class Changes {
  readonly #listeners = new Set<() => void>();

  announce(): void {
    for (const listener of this.#listeners) listener();
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves with the first defined answer of `look`, asked now and after every change. */
  async until<T>(look: () => T | undefined, withinMs = 5000): Promise<T> {
    const found = look();
    if (found !== undefined) return found;
    return new Promise<T>((resolve, reject) => {
      const stop = this.watch(() => {
        const later = look();
        if (later === undefined) return;
        clearTimeout(timer);
        stop();
        resolve(later);
      });
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`nothing of the kind happened within ${withinMs} ms`));
      }, withinMs);
    });
  }
}
