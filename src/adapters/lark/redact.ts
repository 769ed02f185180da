const MAX_LENGTH = 300;

const SECRET_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\bBearer\s+\S+/gi, 'Bearer [redacted]'],
  [/\b[tuc]-[A-Za-z0-9_.-]{8,}/g, '[token]'],
  [
    /((?:app_?secret|token|ticket|access_key|encrypt_?key|authorization)["']?\s*[=:]\s*["']?)[^"'&\s,}]+/gi,
    '$1[redacted]',
  ],
  [/(?<![\dA-Za-z_])(?:\+?86[- ]?)?1[3-9]\d{9}(?![\dA-Za-z])/g, '[phone]'],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[e-mail]'],
];

/**
 * Makes a foreign sentence fit for the log: known secrets, whatever looks like a token, phone numbers and addresses are masked,
 * the rest is cut to 300 characters.
 */
export function redactText(text: string, secrets: readonly string[] = []): string {
  const known = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
  const masked = SECRET_SHAPES.reduce((rest, [shape, mask]) => rest.replace(shape, mask), known);
  return masked.length > MAX_LENGTH ? `${masked.slice(0, MAX_LENGTH)}…` : masked;
}
