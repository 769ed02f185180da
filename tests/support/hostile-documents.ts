import { readFileSync } from 'node:fs';
import CFB from 'cfb';
import { strToU8, zipSync } from 'fflate';
import { p, planDocx, rawDocx } from './docx-builder.ts';
import { workbookOf } from './workbook.ts';

const TITLE = '云州市2026年政务公开工作要点';
const HEADER = ['序号', '工作任务', '牵头单位', '完成时限'];
const ROWS = [
  ['1', '公布重大决策目录', '市司法局', '6月底前'],
  ['2', '更新政策问答库', '市政府办公室', '长期坚持'],
];

/** One sound file of every format that plans come in, by its ending. */
export async function soundDocuments(): Promise<Readonly<Record<string, Uint8Array>>> {
  const areas = [{ name: '决策公开', rows: ROWS }];
  const table = [HEADER, ...ROWS];
  return {
    docx: await planDocx({ title: TITLE, prose: ['推进决策公开'], header: ['领域', ...HEADER], areas }),
    xlsx: await workbook(table),
    doc: new Uint8Array(readFileSync(new URL('../fixtures/documents/linjiang.doc', import.meta.url))),
    pdf: pdf('BT /F1 12 Tf 72 720 Td (Plan 2026: item 1, office A, June) Tj ET'),
    html: strToU8(
      `<html><body><p>${TITLE}</p><table>${table.map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`).join('')}</table></body></html>`,
    ),
    md: strToU8(`# ${TITLE}\n\n|${table.map((row) => row.join('|')).join('|\n|')}|\n`),
    csv: strToU8(table.map((row) => row.join(',')).join('\n')),
    txt: strToU8(`${TITLE}\n${table.map((row) => row.join('\t')).join('\n')}`),
  };
}

export function workbook(rows: readonly (readonly string[])[], picture?: Uint8Array): Promise<Uint8Array> {
  return workbookOf((book) => {
    const sheet = book.addWorksheet('a');
    for (const row of rows) sheet.addRow([...row]);
    if (!picture) return;
    const image = book.addImage({ base64: Buffer.from(picture).toString('base64'), extension: 'png' });
    sheet.addImage(image, { tl: { col: 0, row: 0 }, ext: { width: 10, height: 10 } });
  });
}

/** The smallest picture there is. */
export const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** A file of one page that draws `content`; with `trailer` entries of one's own. */
export function pdf(content: string, trailer = ''): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</I 6 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\nA\nendstream',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj${object}endobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF`;
  return strToU8(text, true);
}

/** A compound file with these streams, each holding a little. */
export function compoundFile(...streams: readonly string[]): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const name of streams) CFB.utils.cfb_add(file, `/${name}`, Buffer.alloc(5000, 1));
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
}

/** The bit by which Word says that the text is enciphered. Source: [MS-DOC] 2.5.2. */
export function encipheredDoc(doc: Uint8Array): Uint8Array {
  const copy = new Uint8Array(doc);
  for (let at = 512; at < copy.length; at += 512) {
    if (copy[at] === 0xec && copy[at + 1] === 0xa5) copy[at + 11] = (copy[at + 11] ?? 0) | 1;
  }
  return copy;
}

/** A password that is not empty; the check values are noise. */
export function encipheredPdf(): Uint8Array {
  const noise = (char: string): string => `<${char.repeat(64)}>`;
  const encrypt = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O${noise('1')}/U${noise('2')}>>/ID[<${'0'.repeat(32)}><${'0'.repeat(32)}>]`;
  return pdf('BT /F1 12 Tf 72 720 Td (secret) Tj ET', encrypt);
}

/** The flag by which a zip says that a part is enciphered, on every part. */
export function encipheredZip(zip: Uint8Array): Uint8Array {
  const copy = new Uint8Array(zip);
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at += 1) {
    const sign = view.getUint32(at, true);
    if (sign === 0x04034b50) view.setUint16(at + 6, view.getUint16(at + 6, true) | 1, true);
    if (sign === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
  }
  return copy;
}

/** Small files that unpack to hundreds of megabytes. */
export function zipBombs(): Readonly<Record<string, Uint8Array>> {
  const blanks = new Uint8Array(200_000_000).fill(0x20);
  const sheet = { 'xl/workbook.xml': strToU8(WORKBOOK), 'xl/_rels/workbook.xml.rels': strToU8(RELATIONS) };
  return {
    docx: rawDocx({ body: p('甲'), others: { 'word/document.xml': blanks } }),
    'docx (styles)': rawDocx({ body: p('甲'), others: { 'word/styles.xml': blanks } }),
    xlsx: zipSync({ ...sheet, 'xl/worksheets/sheet1.xml': blanks }),
    'xlsx (strings)': zipSync({
      ...sheet,
      'xl/worksheets/sheet1.xml': strToU8('<worksheet/>'),
      'xl/sharedStrings.xml': blanks,
    }),
  };
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORKBOOK = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`;
const RELATIONS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
