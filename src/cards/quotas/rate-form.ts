import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { checkFigures, type Figures, type FiguresError, rateName } from '../../domain/quotas/rates.ts';
import { clip } from '../words.ts';

/** The three numbers of a line, in the order of the card. */
export const RATE_FIELDS = ['met', 'total', 'exempt'] as const;

export type RateField = (typeof RATE_FIELDS)[number];

export const FIELD_WORDS: Readonly<Record<RateField, string>> = { met: '分子', total: '分母', exempt: '免考核' };

/** As typed. */
export type RateValues = Readonly<Record<RateField, string>>;

/** Names a field of the form. @param key the line's */
export function rateField(key: string, field: RateField): string {
  return `${field}:${key}`;
}

export type RateFormError =
  | { readonly kind: 'nothing-filled' }
  | { readonly kind: 'field-missing' | 'not-whole'; readonly rate: string; readonly field: RateField }
  | (FiguresError & { readonly rate: string });

export function rateValues(form: Readonly<Record<string, unknown>>, key: string): RateValues {
  const text = (field: RateField) => {
    const value = form[rateField(key, field)];
    return typeof value === 'string' ? value : '';
  };
  return { met: text('met'), total: text('total'), exempt: text('exempt') };
}

/** Reads the lines that were filled in; the first mistake is said, and nothing is taken until all of them are right. */
export function parseRateForm<L extends { readonly key: string; readonly of: string; readonly phrase: string }>(
  form: Readonly<Record<string, unknown>>,
  lines: readonly L[],
): Outcome<readonly { readonly line: L; readonly figures: Figures }[], RateFormError> {
  const read: { line: L; figures: Figures }[] = [];
  for (const line of lines) {
    const values = rateValues(form, line.key);
    if (RATE_FIELDS.every((field) => values[field].trim() === '')) continue;
    const figures = figuresOf(values, clip(rateName(line), 20));
    if (!figures.ok) return figures;
    read.push({ line, figures: figures.value });
  }
  return read.length === 0 ? refused({ kind: 'nothing-filled' }) : ok(read);
}

function figuresOf(values: RateValues, rate: string): Outcome<Figures, RateFormError> {
  const numbers = { met: 0, total: 0, exempt: 0 };
  for (const field of RATE_FIELDS) {
    const typed = values[field].normalize('NFKC').replaceAll(/[\s,]/g, '');
    if (typed === '' && field === 'exempt') continue;
    if (typed === '') return refused({ kind: 'field-missing', rate, field });
    const whole = /^(\d{1,7})[项件个户人次]?$/u.exec(typed)?.[1];
    if (whole === undefined) return refused({ kind: 'not-whole', rate, field });
    numbers[field] = Number(whole);
  }
  const checked = checkFigures(numbers);
  return checked.ok ? checked : refused({ ...checked.error, rate });
}
