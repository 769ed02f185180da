import type { AttributeOf } from './read-xml.ts';
import type { ParagraphFormat } from './story.ts';
import { isOn, levelOf } from './style-sheet.ts';
import { type CellFormat, type Merge, type RowFormat, spanOf } from './table-builder.ts';
import type { Run, Sightings } from './walk-state.ts';

/** What the properties that are open may belong to. */
interface Owners {
  readonly paragraph: ParagraphFormat | undefined;
  readonly run: Run | undefined;
  readonly cell: CellFormat | undefined;
  readonly row: RowFormat | undefined;
  readonly isHiddenStyle: (styleId: string | undefined) => boolean;
}

/** Properties as they were before a revision, and those of the page. */
const EARLIER = /^w:(?:\w+Change|sectPr|tabs)$/;

/** Reads the properties of paragraphs, runs, cells and rows, which stand before their content. */
export class PropertyReader {
  readonly #sightings: Sightings;
  #owners: Owners | undefined;
  #name = '';
  #depth = 0;
  #earlierSince: number | undefined;
  #isOfMark = false;

  constructor(sightings: Sightings) {
    this.#sightings = sightings;
  }

  get isOpen(): boolean {
    return this.#owners !== undefined;
  }

  start(name: string, depth: number, owners: Owners): void {
    this.#owners = owners;
    this.#name = name;
    this.#depth = depth;
    this.#isOfMark = false;
    this.#earlierSince = undefined;
  }

  open(name: string, attribute: AttributeOf, depth: number): void {
    if (this.#earlierSince !== undefined || !this.#owners) return;
    if (EARLIER.test(name)) {
      this.#earlierSince = depth;
      return;
    }
    const { paragraph, run, cell, row } = this.#owners;
    if (this.#name === 'w:pPr' && paragraph) this.#ofParagraph(paragraph, name, attribute);
    else if (this.#name === 'w:rPr' && run) this.#ofRun(run, name, attribute);
    else if (this.#name === 'w:tcPr' && cell) this.#ofCell(cell, name, attribute);
    else if (this.#name === 'w:trPr' && row) this.#ofRow(row, name, attribute);
  }

  close(depth: number): void {
    if (this.#earlierSince === depth) this.#earlierSince = undefined;
    if (depth === this.#depth) this.#owners = undefined;
  }

  #ofParagraph(paragraph: ParagraphFormat, name: string, attribute: AttributeOf): void {
    switch (name) {
      case 'w:rPr':
        this.#isOfMark = true;
        break;
      case 'w:pStyle':
        paragraph.styleId = attribute('w:val');
        break;
      case 'w:numId':
      case 'w:ilfo':
        paragraph.numId = attribute('w:val');
        break;
      case 'w:ilvl':
        paragraph.level = levelOf(attribute('w:val'));
        break;
      case 'wx:t':
        paragraph.printedNumber = attribute('wx:val');
        break;
      case 'w:vanish':
        paragraph.isMarkHidden = isOn(attribute('w:val'));
        break;
      case 'w:del':
      case 'w:moveFrom':
        if (this.#isOfMark) paragraph.isMarkGone = true;
        this.#sightings.revisions = true;
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.#sightings.revisions = true;
        break;
    }
  }

  #ofRun(run: Run, name: string, attribute: AttributeOf): void {
    if (name === 'w:vanish') run.isHidden = isOn(attribute('w:val'));
    else if (name === 'w:rStyle') run.isHidden ||= this.#owners?.isHiddenStyle(attribute('w:val')) ?? false;
    else if (name === 'w:rFonts') run.font = attribute('w:ascii') ?? attribute('w:hAnsi');
  }

  #ofCell(cell: CellFormat, name: string, attribute: AttributeOf): void {
    const value = attribute('w:val');
    switch (name) {
      case 'w:gridSpan':
        cell.columnSpan = spanOf(value, 1);
        break;
      case 'w:vMerge':
      case 'w:vmerge':
        cell.vertical = mergeOf(value);
        break;
      case 'w:hMerge':
      case 'w:hmerge':
        cell.horizontal = mergeOf(value);
        break;
      case 'w:cellDel':
        cell.isDeleted = true;
        this.#sightings.revisions = true;
        break;
      case 'w:cellIns':
        this.#sightings.revisions = true;
        break;
    }
  }

  #ofRow(row: RowFormat, name: string, attribute: AttributeOf): void {
    switch (name) {
      case 'w:gridBefore':
        row.gridBefore = spanOf(attribute('w:val'), 0);
        break;
      case 'w:del':
        row.isDropped = true;
        this.#sightings.revisions = true;
        break;
      case 'w:ins':
        this.#sightings.revisions = true;
        break;
      case 'w:hidden':
        if (!isOn(attribute('w:val'))) break;
        row.isDropped = true;
        this.#sightings.hiddenText = true;
        break;
    }
  }
}

/** A covered cell where nothing is said. */
function mergeOf(value: string | undefined): Merge {
  return value === 'restart' ? 'restart' : 'continue';
}
