/** Reading what others sent: every step may find nothing, none throws. */
export type Foreign = Readonly<Record<string, unknown>>;

const EMPTY: Foreign = {};

/** The object's fields, or none where the value is no object. */
export function fieldsOf(value: unknown): Foreign {
  return isObject(value) ? value : EMPTY;
}

/** A text that says something, or `undefined`. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A finite number, also where it came as text (`"100"`). */
export function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value that the JSON text stands for, or `undefined` where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Foreign {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
