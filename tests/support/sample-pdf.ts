type Page = { readonly content: string; readonly rotate?: number };

/** A PDF by hand, in the usual Chinese font that is not embedded (as older office programmes write it). */
export function pdf(pages: readonly (string | Page)[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>',
    ...pages.flatMap((page, at) => {
      const { content, rotate } = typeof page === 'string' ? { content: page, rotate: 0 } : page;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate ${rotate ?? 0} /Contents ${6 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${xref}${trailer}`);
}

/** Text at a point from the top left corner, 10 points high. */
export const text = (x: number, y: number, words: string, matrix = '1 0 0 1'): string => {
  const hex = Array.from(words, (char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `BT /F1 10 Tf ${matrix} ${x} ${800 - y} Tm <${hex}> Tj ET\n`;
};
export const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `${x1} ${800 - y1} m ${x2} ${800 - y2} l S\n`;
/** A border drawn as Word draws it: a filled box half a point thick. */
export const thin = (x1: number, y1: number, x2: number, y2: number): string =>
  `${x1} ${800 - y2 - 0.5} ${x2 - x1 || 0.5} ${y2 - y1 || 0.5} re f\n`;

/** A table of three columns, between the lines at 50, 150, 400 and 500; its rows between the given heights. */
export function grid(rows: readonly number[], draw = line): string {
  const [top = 0] = rows;
  const bottom = rows.at(-1) ?? 0;
  return rows.map((y) => draw(50, y, 500, y)).join('') + uprights(top, bottom, draw);
}
/** The upright lines of {@link grid}. */
export const uprights = (top: number, bottom: number, draw = line): string =>
  [50, 150, 400, 500].map((x) => draw(x, top, x, bottom)).join('');
/** The words of a row of {@link grid}, on one line. */
export const row = (y: number, a: string, b: string, c: string): string =>
  [a && text(55, y, a), b && text(155, y, b), c && text(405, y, c)].join('');
