import { decodeHtml } from './decode-html.ts';

const HEAD_BYTES = 8192;
const MOST_PARTS = 2_000;

/** Whether the bytes are a web page saved as one file (MHTML), as Word and browsers write it. */
export function isMime(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  return (
    /^\s*(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)+/.test(head) && /^MIME-Version:/im.test(head.split('<html', 1)[0] ?? '')
  );
}

/** The pages in an MHTML file, in its order; pictures and styles are left out. Source: RFC 2557, RFC 2045. */
export function htmlParts(bytes: Uint8Array): readonly string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return partsOf(file, 0);
}

function partsOf(text: string, depth: number): readonly string[] {
  const blank = /\r?\n\r?\n/.exec(text);
  if (!blank) return [];
  const headers = headersOf(text.slice(0, blank.index));
  const body = text.slice(blank.index + blank[0].length);
  const type = headers.get('content-type') ?? 'text/html';
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark !== undefined && depth < 3) {
    const parts = body.split(`--${mark}`).slice(1, MOST_PARTS);
    return parts
      .filter((part) => !part.startsWith('--'))
      .flatMap((part) => partsOf(part.replace(/^\r?\n/, ''), depth + 1));
  }
  if (!/^\s*text\/html/i.test(type)) return [];
  const charset = /charset\s*=\s*"?([\w-]{2,20})/i.exec(type)?.[1];
  return [decodeHtml(decodeBody(body, headers.get('content-transfer-encoding') ?? ''), charset)];
}

function headersOf(text: string): ReadonlyMap<string, string> {
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line): readonly (readonly [string, string])[] => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]] : [];
    }),
  );
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64');
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1');
  const joined = body.replace(/=[ \t]*\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
