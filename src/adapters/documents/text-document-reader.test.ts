import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { FileDocumentReader, MAX_DOCUMENT_BYTES } from './file-document-reader.ts';
import { TextDocumentReader } from './text-document-reader.ts';

const TEXT = '临江市水务局\r\n\t工作任务\r\n\r\n年底前';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('plain text', () => {
  it.each([
    ['UTF-8', bytesOf(TEXT)],
    ['UTF-8 with a mark', bytesOf(`\ufeff${TEXT}`)],
    ['GB18030', iconv.encode(TEXT, 'gb18030')],
    ['UTF-16', iconv.encode(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16 big endian', iconv.encode(`\ufeff${TEXT}`, 'utf16be')],
  ])('in %s gives one block a line, tabs and blank lines kept', async (_, bytes) => {
    const { name, blocks } = await new TextDocumentReader().read({ name: 'a.txt', bytes });
    expect(name).toBe('a.txt');
    expect(blocks).toEqual([
      { type: 'line', text: '临江市水务局', place: '第 1 行' },
      { type: 'line', text: '\t工作任务', place: '第 2 行' },
      { type: 'line', text: '', place: '第 3 行' },
      { type: 'line', text: '年底前', place: '第 4 行' },
    ]);
  });
});

describe('files', () => {
  const reader = new FileDocumentReader();

  it('of a text ending are read, without their folder', async () => {
    const document = await reader.read({ name: '/tmp/plans/计划.TXT', bytes: bytesOf(TEXT) });
    expect(document.name).toBe('计划.TXT');
  });

  it.each([
    ['a.txt', new Uint8Array(), 'empty'],
    ['a.txt', bytesOf(' \n\t\n'), 'empty'],
    ['a.txt', new Uint8Array([1, 2, 3, 0, 0, 5]), 'damaged'],
    ['a.txt', new Uint8Array(MAX_DOCUMENT_BYTES + 1), 'too-large'],
    ['a.docx', new Uint8Array([0x50, 0x4b, 3, 4]), 'format-not-yet'],
    ['renamed.txt', new Uint8Array([0x50, 0x4b, 3, 4]), 'format-not-yet'],
    ['a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'format-not-yet'],
    ['a.pdf', bytesOf('%PDF-1.7'), 'format-not-yet'],
    ['a.exe', bytesOf(TEXT), 'unknown-format'],
  ])('%s that cannot be read says why: %#', async (name, bytes, code) => {
    await expect(reader.read({ name, bytes })).rejects.toMatchObject({ name: 'DocumentError', code });
  });
});
