/** A bug in this program, never a person's mistake: it ends the request, not the process. */
export class BugError extends Error {
  override readonly name = 'BugError';
}

/** Throws {@link BugError} unless the condition holds. The message is static English, for the log. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new BugError(message);
}

/** For the default branch of an exhaustive switch. */
export function assertNever(value: never): never {
  throw new BugError(`unexpected value: ${JSON.stringify(value)}`);
}
