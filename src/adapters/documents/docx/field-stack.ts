import { equationText } from '../equation-text.ts';

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
    return this.print(equationText(field.code));
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
