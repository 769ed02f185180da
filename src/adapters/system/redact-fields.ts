const SECRET_NAME =
  /secret|token$|^token|authorization|password|encrypt_?key|ticket|access_key|^mobiles?$|^phones?$|^emails?$|^cookie$/i;
const TEXT_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\bBearer\s+\S+/gi, 'Bearer [redacted]'],
  [/\b[tuc]-[A-Za-z0-9_.-]{8,}/g, '[token]'],
  [/(?<![\dA-Za-z_])(?:\+?86[- ]?)?1[3-9]\d{9}(?![\dA-Za-z])/g, '[phone]'],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[e-mail]'],
];
const MAX_TEXT = 2000;
const MAX_DEPTH = 6;

export interface Redaction {
  /** What must never appear, such as the app secret; empty texts are ignored. */
  readonly secrets: readonly string[];
}

/** A copy of a log line's fields in which secrets, tokens and phone numbers are masked, by name and by shape. */
export function redactFields(fields: object, redaction: Redaction): object {
  return copyOf(fields, redaction, 0);
}

function redact(value: unknown, redaction: Redaction, depth: number): unknown {
  if (typeof value === 'string') return redactText(value, redaction);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return errorFields(value, redaction, depth);
  if (Array.isArray(value)) return value.map((item) => redact(item, redaction, depth + 1));
  return copyOf(value, redaction, depth);
}

function copyOf(fields: object, redaction: Redaction, depth: number): object {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      SECRET_NAME.test(name) && value !== null && value !== undefined
        ? '[redacted]'
        : redact(value, redaction, depth + 1),
    ]),
  );
}

/** Name, message, stack and what the error says about itself (`code`, `platformCode` …), its cause likewise. */
function errorFields(error: Error, redaction: Redaction, depth: number): object {
  return {
    ...copyOf(error, redaction, depth),
    name: error.name,
    message: redactText(error.message, redaction),
    stack: redactText(error.stack ?? '', redaction),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, redaction, depth + 1) }),
  };
}

function redactText(text: string, { secrets }: Redaction): string {
  const known = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
  const masked = TEXT_SHAPES.reduce((rest, [shape, mask]) => rest.replace(shape, mask), known);
  return masked.length > MAX_TEXT ? `${masked.slice(0, MAX_TEXT)}…` : masked;
}
