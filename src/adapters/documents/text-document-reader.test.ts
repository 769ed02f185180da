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
    ['UTF-16 without a mark', iconv.encode(TEXT, 'utf16le', { addBOM: false })],
    ['UTF-16 big endian without a mark', iconv.encode(TEXT, 'utf16be', { addBOM: false })],
    ['UTF-8 with stray zeros', bytesOf(TEXT.replace('任务', '任\0务'))],
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

describe('a text without a mark of its encoding', () => {
  const read = async (bytes: Uint8Array): Promise<string> => {
    const { blocks } = await new TextDocumentReader().read({ name: 'a.txt', bytes });
    return blocks.map((block) => (block.type === 'table' ? '' : block.text)).join('\n');
  };
  const TRADITIONAL = '臨江縣政府資訊公開工作要點\n一、加強政策解讀，由縣政府辦公室牽頭，各部門配合，年底前完成';
  const SIMPLIFIED = '临江县政务公开工作要点\n一、加强政策解读，由县政府办公室牵头，各部门配合，年底前完成';

  it.each([
    ['traditional characters in Big5', TRADITIONAL, 'big5'],
    ['traditional characters in GB18030', TRADITIONAL, 'gb18030'],
    ['simplified characters in GB18030', SIMPLIFIED, 'gb18030'],
    ['simplified characters in UTF-16', SIMPLIFIED, 'utf16le'],
  ])('%s: the encoding that gives common characters is taken', async (_, text, encoding) => {
    expect(await read(iconv.encode(text, encoding, { addBOM: false }))).toBe(text);
  });

  it('even where no letter or line break of the Latin kind tells UTF-16', async () => {
    const text = SIMPLIFIED.replace('\n', '');
    expect(await read(iconv.encode(text, 'utf16le', { addBOM: false }))).toBe(text);
    expect(await read(iconv.encode(text, 'utf16be', { addBOM: false }))).toBe(text);
  });

  it('a mark of an old word processor here and there is dropped', async () => {
    const long = SIMPLIFIED.repeat(20);
    expect(await read(bytesOf(`${long}\u001a`))).toBe(long);
  });

  it('more lines than any plan has are refused', async () => {
    await expect(read(bytesOf(`一${'\n'.repeat(600_000)}`))).rejects.toMatchObject({ code: 'too-large' });
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
    ['a.docx', new Uint8Array([0x50, 0x4b, 3, 4]), 'damaged'],
    ['renamed.txt', new Uint8Array([0x50, 0x4b, 3, 4]), 'damaged'],
    ['a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'damaged'],
    ['a.exe', bytesOf(TEXT), 'unknown-format'],
  ])('%s that cannot be read says why: %#', async (name, bytes, code) => {
    await expect(reader.read({ name, bytes })).rejects.toMatchObject({ name: 'DocumentError', code });
  });
});
