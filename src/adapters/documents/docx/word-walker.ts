import { cellText, type InnerBlock } from './inner-block.ts';
import { PropertyReader } from './property-reader.ts';
import type { AttributeOf } from './read-xml.ts';
import { type ParagraphFormat, Story } from './story.ts';
import { symbolText, textInFont } from './symbols.ts';
import { type CellFormat, newCellFormat, TableBuilder } from './table-builder.ts';
import type { Frame, Run, Sightings } from './walk-state.ts';

type Target = 'text' | 'code';

/** Their inside is no text of the document. */
const SKIPPED = new Set(
  (
    'w:del w:moveFrom w:rt w:sdtPr w:sdtEndPr w:tblPr w:tblPrEx w:tblGrid w:sectPr w:ffData w:binData w:styles w:lists w:fonts ' +
    'w:hdr w:ftr w:comment m:rPr m:ctrlPr'
  ).split(' '),
);
const PROPERTIES = new Set(['w:pPr', 'w:rPr', 'w:tcPr', 'w:trPr']);
/** The parts of a document of one file that are read in place. */
const TEXT_PARTS = /\/(?:document\d*|footnotes|endnotes)\.xml$/i;

/**
 * Walks through WordprocessingML and writes down what a reader sees once every revision is accepted. Elements that it does not
 * know are passed through, so that text in new kinds of containers is not lost.
 *
 * Source: ECMA-376 part 1, 17 and 22.1; part 3 for alternate content.
 */
export class WordWalker {
  readonly sightings: Sightings = { revisions: false, hiddenText: false, pictures: 0, foreignParts: 0 };
  readonly notes = new Map<string, readonly InnerBlock[]>();
  /** Keys of notes in the order in which the text refers to them. */
  readonly noted: string[] = [];
  readonly #newStory: () => Story;
  readonly #frames: Frame[] = [];
  readonly #stories: Story[];
  readonly #runs: (Run & { readonly depth: number })[] = [];
  readonly #alternatives: { readonly depth: number; isTaken: boolean }[] = [];
  readonly #properties = new PropertyReader(this.sightings);
  #story: Story;
  #skippedSince: number | undefined;
  #target: Target | undefined;
  #text = '';
  #keepsBlanks = false;

  constructor(numberOf: (format: ParagraphFormat) => string, isHiddenStyle: (styleId: string | undefined) => boolean) {
    this.#newStory = () => new Story((format, isBlank) => this.#number(format, isBlank, numberOf));
    this.#isHiddenStyle = isHiddenStyle;
    this.#story = this.#newStory();
    this.#stories = [this.#story];
  }

  readonly #isHiddenStyle: (styleId: string | undefined) => boolean;

  finish(): readonly InnerBlock[] {
    return this.#story.finish();
  }

  open(name: string, attribute: AttributeOf, depth: number): void {
    if (this.#skippedSince !== undefined) return;
    if (this.#properties.isOpen) this.#properties.open(name, attribute, depth);
    else if (PROPERTIES.has(name)) this.#openProperties(name, depth);
    else if (SKIPPED.has(name)) {
      if (name === 'w:del' || name === 'w:moveFrom') this.sightings.revisions = true;
      this.#skippedSince = depth;
    } else this.#open(name, attribute, depth);
  }

  close(name: string, depth: number): void {
    if (this.#skippedSince !== undefined) {
      if (this.#skippedSince === depth) this.#skippedSince = undefined;
      return;
    }
    if (this.#properties.isOpen) {
      this.#properties.close(depth);
      return;
    }
    if (this.#target) this.#endText();
    if (name === 'w:p') this.#story.endParagraph();
    if (this.#runs.at(-1)?.depth === depth) this.#runs.pop();
    if (this.#alternatives.at(-1)?.depth === depth) this.#alternatives.pop();
    const frame = this.#frames.at(-1);
    if (frame?.depth !== depth) return;
    this.#frames.pop();
    frame.end();
  }

  text(text: string): void {
    if (this.#target && this.#skippedSince === undefined && !this.#properties.isOpen) this.#text += text;
  }

  #open(name: string, attribute: AttributeOf, depth: number): void {
    switch (name) {
      case 'w:p':
        this.#story.startParagraph();
        break;
      case 'w:r':
      case 'm:r':
        this.#openRun(depth);
        break;
      case 'w:t':
      case 'm:t':
        this.#startText('text', attribute);
        break;
      case 'w:instrText':
        this.#startText('code', attribute);
        break;
      case 'w:tbl':
        this.#openTable(depth);
        break;
      case 'w:tr':
        this.#openRow(depth);
        break;
      case 'w:tc':
        this.#openCell(depth);
        break;
      case 'w:txbxContent':
        this.#openStory(depth, (blocks) => this.#story.attach(blocks));
        break;
      case 'w:footnote':
      case 'w:endnote':
        this.#openNote(name, attribute, depth);
        break;
      case 'mc:AlternateContent':
        this.#alternatives.push({ depth, isTaken: false });
        break;
      case 'mc:Choice':
      case 'mc:Fallback':
        this.#chooseAlternative(depth);
        break;
      case 'pkg:part':
        if (!TEXT_PARTS.test(attribute('pkg:name') ?? '')) this.#skippedSince = depth;
        break;
      default:
        this.#openInline(name, attribute);
    }
  }

  #openInline(name: string, attribute: AttributeOf): void {
    switch (name) {
      case 'w:tab':
      case 'w:ptab':
        this.#add('\t');
        break;
      case 'w:br':
      case 'w:cr':
        this.#add('\n');
        break;
      case 'w:noBreakHyphen':
        this.#add('-');
        break;
      case 'm:den':
        this.#add('/');
        break;
      case 'w:sym':
        this.#add(symbolText(attribute('w:font'), attribute('w:char')));
        break;
      case 'w:fldChar':
        this.#field(attribute('w:fldCharType'));
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.sightings.revisions = true;
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.noted.push(`${name.replace('Reference', '')} ${attribute('w:id') ?? ''}`);
        break;
      case 'a:blip':
      case 'v:imagedata':
        this.sightings.pictures += 1;
        break;
      case 'v:textpath':
        this.#story.attach([{ type: 'paragraph', text: attribute('string') ?? '' }]);
        break;
      case 'w:altChunk':
        this.sightings.foreignParts += 1;
        break;
    }
  }

  #openProperties(name: string, depth: number): void {
    const frame = this.#frames.at(-1);
    this.#properties.start(name, depth, {
      paragraph: this.#story.format,
      run: this.#runs.at(-1),
      cell: frame?.cell,
      row: frame?.row?.row,
      isHiddenStyle: this.#isHiddenStyle,
    });
  }

  #openRun(depth: number): void {
    const isHidden = this.#runs.at(-1)?.isHidden || this.#isHiddenStyle(this.#story.format?.styleId);
    this.#runs.push({ depth, isHidden, font: undefined });
  }

  #openTable(depth: number): void {
    const table = new TableBuilder();
    const held: (readonly InnerBlock[])[] = [];
    const keep = (blocks: readonly InnerBlock[]): void => {
      if (held.length < 2) held.push(blocks);
    };
    const end = (): void => {
      const finished = table.finish();
      if (!finished) return;
      // A frame around a page is no table: what is in it keeps its own rows and columns.
      const inside = held.length === 1 && finished.cells.length === 1 ? (held[0] ?? []) : [];
      const isFrame = inside.some((block) => block.type === 'table');
      for (const block of isFrame ? inside : [{ type: 'table', table: finished } as const]) this.#story.addBlock(block);
    };
    this.#frames.push({ depth, table, keep, end });
  }

  /** A row or a cell outside of its table is passed through. */
  #openRow(depth: number): void {
    const { table, keep } = this.#frames.at(-1) ?? {};
    if (table && keep) this.#frames.push({ depth, row: table, keep, end: () => table.endRow() });
  }

  #openCell(depth: number): void {
    const { row, keep } = this.#frames.at(-1) ?? {};
    if (!row || !keep) return;
    const cell = newCellFormat();
    const end = (blocks: readonly InnerBlock[]): void => {
      row.add(cell, cellText(blocks));
      keep(blocks);
    };
    this.#openStory(depth, end, cell);
  }

  #openNote(name: string, attribute: AttributeOf, depth: number): void {
    // The lines between text and notes are kept as notes too.
    if (/separator|continuation/i.test(attribute('w:type') ?? '')) {
      this.#skippedSince = depth;
      return;
    }
    const id = attribute('w:id');
    const key = `${name} ${id ?? `here ${this.notes.size}`}`;
    if (id === undefined) this.noted.push(key);
    this.#openStory(depth, (blocks) => this.notes.set(key, blocks));
  }

  #openStory(depth: number, end: (blocks: readonly InnerBlock[]) => void, cell?: CellFormat): void {
    const story = this.#newStory();
    this.#stories.push(story);
    this.#story = story;
    const close = (): void => {
      const blocks = story.finish();
      this.#stories.pop();
      this.#story = this.#stories.at(-1) ?? story;
      end(blocks);
    };
    this.#frames.push(cell ? { depth, cell, end: close } : { depth, end: close });
  }

  #chooseAlternative(depth: number): void {
    const alternative = this.#alternatives.at(-1);
    if (!alternative) return;
    if (alternative.isTaken) this.#skippedSince = depth;
    alternative.isTaken = true;
  }

  #field(type: string | undefined): void {
    const { fields } = this.#story;
    if (type === 'begin') fields.begin();
    else if (type === 'separate') fields.separate();
    else if (type === 'end') this.#story.add(fields.end());
  }

  #startText(target: Target, attribute: AttributeOf): void {
    this.#target = target;
    this.#text = '';
    this.#keepsBlanks = attribute('xml:space') === 'preserve';
  }

  #endText(): void {
    const text = this.#keepsBlanks
      ? this.#text.replace(/[\n\r]/g, ' ')
      : this.#text.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');
    if (this.#target === 'code') this.#story.fields.code(this.#text);
    else this.#add(textInFont(text, this.#runs.at(-1)?.font));
    this.#target = undefined;
  }

  #add(text: string): void {
    if (this.#runs.at(-1)?.isHidden) {
      if (text.trim() !== '') this.sightings.hiddenText = true;
      return;
    }
    this.#story.add(this.#story.fields.print(text));
  }

  #number(format: ParagraphFormat, isBlank: boolean, numberOf: (format: ParagraphFormat) => string): string {
    if (!isBlank) return numberOf(format);
    // Neither a hidden paragraph nor the rest of a merged cell is printed, so neither is counted.
    const isCovered = this.#frames.at(-1)?.cell?.vertical === 'continue';
    return format.isMarkHidden || isCovered ? '' : numberOf(format);
  }
}
