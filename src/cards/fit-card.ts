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

/** How much of its three kinds of lines a card of the day shows. */
export interface Room {
  readonly detail: Detail;
  readonly rows: number;
  /** Duties without an end that are asked about at a time. */
  readonly beats: number;
  /** Other people's parts with buttons, in each section. */
  readonly errands: number;
}

const FULL = { rows: ROWS_PER_CARD, beats: ROWS_PER_CARD, errands: ROWS_PER_CARD };

/** Shorter texts first; then what others answer for gives way, then the questions, and rows last. */
const ROOMS: readonly Room[] = [
  ...[...DETAILS, LEAST].map((detail) => ({ detail, ...FULL })),
  ...[
    { rows: 8, beats: 8, errands: 5 },
    { rows: 8, beats: 6, errands: 3 },
    { rows: 8, beats: 5, errands: 2 },
    { rows: 8, beats: 4, errands: 1 },
    ...[7, 6, 5, 4, 3, 2, 1].map((rows) => ({ rows, beats: Math.min(4, rows), errands: 1 })),
  ].map((room) => ({ detail: LEAST, ...room })),
];

/** Draws with the most that fits the platform's limits. */
export function fitRooms(draw: (room: Room) => CardJson): CardJson {
  for (const room of ROOMS) {
    const drawn = draw(room);
    if (fitsCard(drawn)) return drawn;
  }
  return draw({ detail: LEAST, rows: 0, beats: 0, errands: 0 });
}

/** The first rows over all sections, in order; the row with an open form is always among them. */
export function cutRows<S extends { readonly rows: readonly RowView[] }>(
  sections: readonly S[],
  rows: number,
): { readonly sections: readonly S[]; readonly cut: number } {
  const all = sections.flatMap((section) => section.rows);
  const open = all.find((row) => row.form !== null || row.acts.ask !== null);
  const first = all.slice(0, rows);
  const kept = new Set(open && rows > 0 && !first.includes(open) ? [...first.slice(0, -1), open] : first);
  return {
    sections: sections
      .map((section) => ({ ...section, rows: section.rows.filter((row) => kept.has(row)) }))
      .filter((section) => section.rows.length > 0),
    cut: all.length - kept.size,
  };
}
