import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { line, pdf } from '../../../../tests/support/sample-pdf.ts';
import { PdfDocumentReader } from '../pdf-document-reader.ts';

describe('a PDF that is made to keep the reader busy', () => {
  const fill = (part: string): string => part.repeat(Math.floor((5 * 1024 * 1024) / part.length));
  const bomb = (): Uint8Array => {
    const data = deflateSync(Buffer.alloc(250 * 1024 * 1024)).toString('latin1');
    const bytes = Buffer.from(
      `%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data}\nendstream`,
      'latin1',
    );
    return new Uint8Array(bytes);
  };

  it.each([
    ['with characters', () => pdf([`BT /F1 10 Tf 1 0 0 1 50 700 Tm ${fill('<7532> Tj ')} ET`])],
    ['with lines', () => pdf([fill('50 50 m 500 50 l S 50 50 m 50 500 l S ')])],
    [
      'with a grid of thousands of lines',
      () =>
        pdf([
          Array.from(
            { length: 3000 },
            (_, at) => `${line(0, at / 4, 600, at / 4)}${line(at / 5, 0, at / 5, 800)}`,
          ).join(''),
        ]),
    ],
    ['with saved states', () => pdf([fill('q ')])],
    ['with junk', () => pdf([fill('[ ')])],
    ['with numbers', () => pdf([fill('1 ')])],
    ['that unpacks to hundreds of megabytes', bomb],
    ['of stream marks', () => new TextEncoder().encode(`%PDF-1.4\n${fill('stream\n')}`)],
    ['of objects', () => new TextEncoder().encode(`%PDF-1.4\n${fill('1 0 obj\n<<')}`)],
  ])(
    '%s ends in a document or in a refusal, and never hangs',
    async (_, make) => {
      const bytes = make();
      await new PdfDocumentReader()
        .read({ name: 'a.pdf', bytes })
        .catch((error: unknown) => expect(error).toMatchObject({ name: 'DocumentError' }));
    },
    // The runner gives up long after the reader has to.
    20_000,
  );
});
