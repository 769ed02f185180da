import { type CardElement, columns, font, markdown, note } from './card.ts';

export interface NumberCell {
  readonly width: number;
  readonly elements: readonly CardElement[];
}

/** Numbers two by two, so that they fit a phone. */
export function numberGrid(rows: readonly (readonly NumberCell[])[]): readonly CardElement[] {
  return rows.map((cells) => columns(cells, { background: 'grey' }));
}

/** A number under its name, and what it is out of or of when. */
export function numberCell(name: string, value: string, below: string): NumberCell {
  return {
    width: 1,
    elements: [
      markdown(font('grey', name), { size: 'notation' }),
      markdown(`**${value}**`, { size: 'heading-2' }),
      note(below),
    ],
  };
}
