import type { CardJson } from './card.ts';
import { fitsCard } from './card-size.ts';
import type { RowView } from './morning-view.ts';
import type { Detail } from './row.ts';

/** Rows that a card shows at most: more cannot be read on a phone. */
export const ROWS_PER_CARD = 8;

const DETAILS: readonly Detail[] = [
  { title: 44, original: 600, note: 80 },
  { title: 44, original: 200, note: 60 },
  { title: 44, original: 0, note: 40 },
];
const LEAST: Detail = { title: 30, original: 0, note: 0 };

/** Draws with as much of the texts as fits the platform's limits; where even the least does not, with fewer rows. */
export function fitCard(rows: number, draw: (detail: Detail, rows: number) => CardJson): CardJson {
  for (const detail of DETAILS) {
    const drawn = draw(detail, rows);
    if (fitsCard(drawn)) return drawn;
  }
  let least = draw(LEAST, rows);
  for (let fewer = rows - 1; fewer >= 0 && !fitsCard(least); fewer -= 1) least = draw(LEAST, fewer);
  return least;
}

/** The first rows over all sections, in order; the row with an open form is always among them. */
export function cutRows<S extends { readonly rows: readonly RowView[] }>(
  sections: readonly S[],
  rows: number,
): { readonly sections: readonly S[]; readonly cut: number } {
  const all = sections.flatMap((section) => section.rows);
  const open = all.find((row) => row.form !== null);
  const first = all.slice(0, rows);
  const kept = new Set(open && rows > 0 && !first.includes(open) ? [...first.slice(0, -1), open] : first);
  return {
    sections: sections
      .map((section) => ({ ...section, rows: section.rows.filter((row) => kept.has(row)) }))
      .filter((section) => section.rows.length > 0),
    cut: all.length - kept.size,
  };
}
