import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FileDocumentReader, MAX_DOCUMENT_BYTES } from '../../src/adapters/documents/file-document-reader.ts';
import type { SourceDocument } from '../../src/domain/plan/source-document.ts';
import { p, rawDocx } from '../support/docx-builder.ts';
import {
  compoundFile,
  encipheredDoc,
  encipheredPdf,
  encipheredZip,
  PNG,
  pdf,
  soundDocuments,
  workbook,
  zipBombs,
} from '../support/hostile-documents.ts';

const sound = await soundDocuments();
const endings = Object.keys(sound);
const pictures = await workbook([], PNG);
const reader = new FileDocumentReader();

/** Reads a file; anything but a document or a DocumentError fails the test, and so does a reader that hangs. */
async function outcome(name: string, bytes: Uint8Array): Promise<SourceDocument | string> {
  const result = await reader.read({ name, bytes }).catch((error: unknown) => {
    expect(error).toMatchObject({ name: 'DocumentError' });
    return (error as { code: string }).code;
  });
  return result;
}

const soundOf = (ending: string): Uint8Array => sound[ending] ?? new Uint8Array();
const textOf = ({ blocks }: SourceDocument): string =>
  blocks
    .map((block) => (block.type === 'table' ? block.cells.map(({ text }) => text).join('\n') : block.text))
    .join('\n');

describe('every format', () => {
  it.each(endings)('a sound .%s is read', async (ending) => {
    const document = await outcome(`计划.${ending}`, soundOf(ending));
    expect(document).toMatchObject({ name: `计划.${ending}` });
    expect(textOf(document as SourceDocument)).toMatch(/2026|市司法局/);
  });

  it.each(endings)('a .%s of no bytes is empty', async (ending) => {
    expect(await outcome(`a.${ending}`, new Uint8Array())).toBe('empty');
  });

  it.each(endings)('a .%s over 30 MB is too large', async (ending) => {
    const bytes = new Uint8Array(MAX_DOCUMENT_BYTES + 1);
    bytes.set(soundOf(ending));
    expect(await outcome(`a.${ending}`, bytes)).toBe('too-large');
  });

  it.each(endings)('a .%s that is cut off anywhere is damaged, or what is left is read', async (ending) => {
    const whole = soundOf(ending);
    for (const share of [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98]) {
      const result = await outcome(`a.${ending}`, whole.subarray(0, Math.max(5, Math.floor(whole.length * share))));
      if (typeof result === 'string') expect(['damaged', 'empty', 'no-text', 'unknown-format']).toContain(result);
      else expect(['docx', 'xlsx']).not.toContain(ending);
    }
  });

  it.each(endings)('a .%s with noise behind its first bytes does no harm', async (ending) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 3000 }), fc.nat(64), async (noise, kept) => {
        await outcome(`a.${ending}`, new Uint8Array([...soundOf(ending).subarray(0, kept + 8), ...noise]));
      }),
      { numRuns: 25 },
    );
  });

  it.each(endings)('a .%s with changed bytes does no harm', async (ending) => {
    const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const bytes = new Uint8Array(soundOf(ending));
        for (const [share, byte] of all) bytes[Math.floor(share * (bytes.length - 1))] = byte;
        await outcome(`a.${ending}`, bytes);
      }),
      { numRuns: 25 },
    );
  });

  it.each(endings)('a picture named .%s has no text', async (ending) => {
    expect(await outcome(`扫描件.${ending}`, PNG)).toBe('no-text');
  });

  it.each(endings)('a .%s by any other name is read by its bytes', async (ending) => {
    if (['md', 'csv', 'txt'].includes(ending)) return;
    const document = await outcome('计划.txt', soundOf(ending));
    expect(textOf(document as SourceDocument)).toMatch(/2026|市司法局/);
  });
});

describe('a password', () => {
  it.each([
    ['Word and Excel since 2007', 'a.docx', compoundFile('EncryptionInfo', 'EncryptedPackage')],
    ['a workbook', 'a.xlsx', compoundFile('EncryptionInfo', 'EncryptedPackage')],
    ['a zip', 'a.docx', encipheredZip(soundOf('docx'))],
    ['Word before 2007', 'a.doc', encipheredDoc(soundOf('doc'))],
    ['PDF', 'a.pdf', encipheredPdf()],
  ])('%s: encrypted', async (_, name, bytes) => {
    expect(await outcome(name, bytes)).toBe('encrypted');
  });
});

describe('files that grow when they are unpacked', () => {
  it.each(Object.entries(zipBombs()))('%s: too large, without unpacking it all', async (format, bytes) => {
    expect(bytes.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    expect(await outcome(`a.${format.slice(0, 4)}`, bytes)).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('a zip in a zip is no document', async () => {
    const inner = zipSync({ 'word/document.xml': new Uint8Array(1_000_000) });
    expect(await outcome('a.zip', zipSync({ 'a.zip': inner, 'b.zip': inner }))).toBe('unknown-format');
  });
});

describe('nothing but pictures', () => {
  it.each([
    ['Word', 'a.docx', rawDocx({ body: '<w:p><w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r></w:p>' })],
    ['Excel', 'a.xlsx', pictures],
    ['PDF', 'a.pdf', pdf('q 500 0 0 700 50 50 cm /I Do Q')],
  ])('%s: no text', async (_, name, bytes) => {
    expect(await outcome(name, bytes)).toBe('no-text');
  });
});

describe('the wrong kind of document', () => {
  const zip = (...names: readonly string[]): Uint8Array =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));

  it.each([
    ['slides', 'a.pptx', zip('ppt/presentation.xml'), 'unknown-format'],
    ['slides named as a document', 'a.docx', zip('ppt/presentation.xml'), 'unknown-format'],
    ['OpenDocument', 'a.odt', zip('mimetype', 'content.xml'), 'unknown-format'],
    ['OFD', 'a.ofd', zip('OFD.xml', 'Doc_0/Document.xml'), 'unknown-format'],
    ['old slides', 'a.ppt', compoundFile('PowerPoint Document'), 'unknown-format'],
    ['an old workbook', 'a.xls', compoundFile('Workbook'), 'old-excel'],
    ['an older workbook', 'a.xls', compoundFile('Book'), 'old-excel'],
    [
      'a workbook as one XML file',
      'a.xls',
      strToU8(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
      ),
      'old-excel',
    ],
    ['rich text', 'a.doc', strToU8('{\\rtf1\\ansi \\u20113?}'), 'rtf'],
    ['a program', 'a.exe', strToU8('MZ text'), 'unknown-format'],
    [
      'a program named as a text',
      'a.txt',
      new Uint8Array(Array.from({ length: 4096 }, (_, at) => (at * 37) % 256)),
      'damaged',
    ],
    ['zeros', 'a.txt', new Uint8Array(4096), 'damaged'],
    ['only blanks', 'a.txt', strToU8(' \n\t\u3000\n'), 'empty'],
  ])('%s: %s', async (_, name, bytes, code) => {
    expect(await outcome(name, bytes)).toBe(code);
  });

  it.each([
    ['a page', '计划.doc', '<html><body><p>云州市</p></body></html>'],
    ['a table', '计划.xls', '<table><tr><td>云州市</td></tr></table>'],
    [
      'a page with a file head',
      '计划.doc',
      'MIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n<html><body><p>云州市</p></body></html>',
    ],
    ['a plain text', '计划.docx', '云州市'],
  ])('%s in disguise is read', async (_, name, text) => {
    expect(textOf((await outcome(name, strToU8(text))) as SourceDocument)).toContain('云州市');
  });

  it('macros are not run, and that is said', async () => {
    const bytes = rawDocx({ body: p('甲'), others: { 'word/vbaProject.bin': new Uint8Array(10) } });
    expect(await outcome('a.docm', bytes)).toMatchObject({
      blocks: [{ text: '甲' }],
      notes: [{ kind: 'macros-ignored', text: '文件含宏，未运行，已忽略' }],
    });
  });

  it('a PDF with a line before it is read', async () => {
    const bytes = new Uint8Array([...strToU8('HTTP/1.1 200 OK\r\n\r\n'), ...soundOf('pdf')]);
    expect(textOf((await outcome('a.pdf', bytes)) as SourceDocument)).toContain('2026');
  });
});
