export type FormParts = ReadonlyMap<string, Buffer<ArrayBuffer>>;

const CRLF = '\r\n';

/**
 * The parts of a multipart form by name, byte for byte; undefined when it is not one.
 * The built-in `formData()` will not do: the SDK uploads a Buffer without a filename, which that decodes as text.
 */
export function parseMultipart(body: Buffer, contentType: string): FormParts | undefined {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) return undefined;
  // A leading line break lets the first delimiter look like all others.
  const bytes = Buffer.concat([Buffer.from(CRLF), body]);
  const delimiter = Buffer.from(`${CRLF}--${boundary}`);
  const parts = new Map<string, Buffer<ArrayBuffer>>();
  let start = bytes.indexOf(delimiter);
  while (start >= 0) {
    const end = bytes.indexOf(delimiter, start + delimiter.length);
    if (end < 0) break;
    const part = bytes.subarray(start + delimiter.length + CRLF.length, end);
    const headEnd = part.indexOf(CRLF + CRLF);
    const name = /name="([^"]*)"/i.exec(part.subarray(0, Math.max(headEnd, 0)).toString())?.[1];
    if (name !== undefined) parts.set(name, Buffer.from(part.subarray(headEnd + 2 * CRLF.length)));
    start = end;
  }
  return parts;
}
