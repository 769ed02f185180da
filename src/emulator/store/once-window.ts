/** Remembers for a while what a caller's uuid has already produced. */
export class OnceWindow {
  readonly #made = new Map<string, { readonly id: string; readonly until: number }>();
  readonly #windowMs: number;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  find(appId: string, uuid: string | undefined, now: number): string | undefined {
    const made = uuid ? this.#made.get(`${appId} ${uuid}`) : undefined;
    return made && made.until > now ? made.id : undefined;
  }

  remember(appId: string, uuid: string | undefined, id: string, now: number): void {
    if (uuid) this.#made.set(`${appId} ${uuid}`, { id, until: now + this.#windowMs });
  }
}
