/** Width on a terminal: Chinese characters and full-width signs take two columns. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((width, char) => width + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
}

function fitCell(text: string, width: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (widthOf(flat) <= width) return flat + ' '.repeat(width - widthOf(flat));
  let cut = '';
  for (const char of flat) {
    if (widthOf(cut) + widthOf(char) > width - 2) break;
    cut += char;
  }
  return `${cut}…${' '.repeat(Math.max(0, width - widthOf(cut) - 2))}`;
}

/** A table for a terminal: columns no wider than their contents or `most`, the last one not padded. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  most: readonly number[],
): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) =>
    Math.min(most[column] ?? 40, Math.max(...all.map((row) => widthOf(row[column] ?? '')))),
  );
  return `${all
    .map((row) =>
      row
        .map((cell, column) => fitCell(cell, widths[column] ?? 10))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}
