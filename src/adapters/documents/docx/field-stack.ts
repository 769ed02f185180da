import { circledText } from '../doc/number-text.ts';

interface Field {
  isInCode: boolean;
  hasResult: boolean;
  code: string;
  /** Text that stands where only a field's code should. */
  held: string;
}

/** Longer than any field that prints something by its code alone. */
const MAX_CODE = 200;

/** The fields that are open at a place in the text: their codes are no text, their results are. */
export class FieldStack {
  readonly #fields: Field[] = [];

  begin(): void {
    this.#fields.push({ isInCode: true, hasResult: false, code: '', held: '' });
  }

  code(text: string): void {
    const field = this.#fields.at(-1);
    if (field?.isInCode && field.code.length < MAX_CODE) field.code += text;
  }

  separate(): void {
    const field = this.#fields.at(-1);
    if (!field) return;
    field.isInCode = false;
    field.hasResult = true;
  }

  /** What a field without a result prints. */
  end(): string {
    const field = this.#fields.pop();
    if (!field || field.hasResult) return '';
    return this.print(printedByCode(field.code));
  }

  /** What of a text is printed here. */
  print(text: string): string {
    const hiding = this.#fields.find((field) => field.isInCode);
    if (!hiding) return text;
    hiding.held += text;
    return '';
  }

  /** A code that does not end with its paragraph is none: what it hid is text after all. */
  endParagraph(): string {
    const hiding = this.#fields.filter((field) => field.isInCode);
    let text = '';
    for (const field of hiding) {
      text += field.held;
      field.isInCode = false;
      field.hasResult = true;
    }
    return text;
  }
}

const ENCLOSED = /^\s*EQ\s+\\o\\ac\(\s*[^,，;；]{1,4}[,，;；]\s*([^()]{1,8})\)\s*$/i;
const RUBY = /^\s*EQ\s.*\\o\\a[dlrc]\(\s*\\s\\up\s*\d+\([^()]*\)[,，;；]\s*([^()]*)\)\s*$/i;

/** Word writes circled characters, and readings over characters, as formulas without a result. */
function printedByCode(code: string): string {
  const enclosed = ENCLOSED.exec(code)?.[1]?.trim();
  if (enclosed !== undefined)
    return /^\d{1,2}$/.test(enclosed) ? (circledText(Number(enclosed)) ?? enclosed) : enclosed;
  return RUBY.exec(code)?.[1]?.trim() ?? '';
}
