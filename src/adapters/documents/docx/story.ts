import { FieldStack } from './field-stack.ts';
import type { InnerBlock } from './inner-block.ts';

/** What a paragraph's properties say, as far as its text depends on them. */
export interface ParagraphFormat {
  styleId: string | undefined;
  numId: string | undefined;
  level: number | undefined;
  /** The number as Word 2003 wrote it into the file. */
  printedNumber: string | undefined;
  /** Its end was deleted: the next paragraph goes on in it. */
  isMarkGone: boolean;
  isMarkHidden: boolean;
}

interface Paragraph {
  readonly format: ParagraphFormat;
  text: string;
  /** Text boxes that hang on it. */
  readonly after: InnerBlock[];
}

type NumberOf = (format: ParagraphFormat, isBlank: boolean) => string;

/** A flow of paragraphs and tables: the body, a cell, a text box, a note. */
export class Story {
  readonly fields = new FieldStack();
  readonly #numberOf: NumberOf;
  readonly #blocks: InnerBlock[] = [];
  #paragraph: Paragraph | undefined;
  /** The text of a paragraph whose end was deleted, with what hangs on it. */
  #carried: Paragraph | undefined;

  constructor(numberOf: NumberOf) {
    this.#numberOf = numberOf;
  }

  startParagraph(): void {
    this.endParagraph();
    this.#paragraph = newParagraph();
  }

  /** Of the paragraph that is open, if any. */
  get format(): ParagraphFormat | undefined {
    return this.#paragraph?.format;
  }

  /** Text outside of any paragraph gets one, so that none is lost. */
  add(text: string): void {
    if (text === '') return;
    this.#paragraph ??= newParagraph();
    this.#paragraph.text += text;
  }

  endParagraph(): void {
    const paragraph = this.#paragraph;
    if (!paragraph) return;
    this.add(this.fields.endParagraph());
    this.#paragraph = undefined;
    const whole = this.#carried ? continued(this.#carried, paragraph) : paragraph;
    this.#carried = paragraph.format.isMarkGone ? whole : undefined;
    if (!this.#carried) this.#emit(whole);
  }

  /** Adds a table, or what stood in a frame. */
  addBlock(block: InnerBlock): void {
    this.#endAll();
    this.#blocks.push(block);
  }

  /** Puts a text box behind the paragraph that it hangs on. */
  attach(blocks: readonly InnerBlock[]): void {
    const to = this.#paragraph?.after ?? this.#blocks;
    for (const block of blocks) to.push(block);
  }

  finish(): readonly InnerBlock[] {
    this.#endAll();
    return this.#blocks;
  }

  #endAll(): void {
    this.endParagraph();
    const carried = this.#carried;
    this.#carried = undefined;
    if (carried && carried.text.trim() !== '') this.#emit(carried);
    else if (carried) this.attach(carried.after);
  }

  #emit({ text: whole, format, after }: Paragraph): void {
    const text = whole.replace(/^\n+/, '').trimEnd();
    const number = this.#numberOf(format, text === '');
    this.#blocks.push({ type: 'paragraph', text: number === '' ? text : numbered(number, text) });
    for (const block of after) this.#blocks.push(block);
  }
}

/** The number and style are those of the end that is left. */
function continued(carried: Paragraph, { text, format, after }: Paragraph): Paragraph {
  for (const block of after) carried.after.push(block);
  return { text: carried.text + text, format, after: carried.after };
}

function newParagraph(): Paragraph {
  return {
    format: {
      styleId: undefined,
      numId: undefined,
      level: undefined,
      printedNumber: undefined,
      isMarkGone: false,
      isMarkHidden: false,
    },
    text: '',
    after: [],
  };
}

/** 1.2017年 would be another number. */
function numbered(number: string, text: string): string {
  const printed = text.trimStart();
  return /[.．]$/.test(number) && /^\d/.test(printed) ? `${number} ${printed}` : `${number}${printed}`.trimEnd();
}
