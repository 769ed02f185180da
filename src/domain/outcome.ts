/** The result of something that may be refused for a foreseen reason: the reason is data, nothing is thrown. */
export type Outcome<T, E extends { kind: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused<const E extends { kind: string }>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
