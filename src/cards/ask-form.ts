import type { CivilDate } from '../domain/calendar/civil-date.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { type FormError, LONGEST, readPickedDate, typedValues } from './report-form.ts';
import type { AskKind, AskValues } from './row-acts-view.ts';
import { tidy } from './words.ts';

/** Names of the fields of the forms behind ⋯, and of those of a decision. */
export const ASK_FIELD = {
  note: 'note',
  date: 'date',
  office: 'office',
  reasons: 'reasons',
  attribute: 'attribute',
  link: 'link',
} as const;

/** What a person asked for; what is missing is judged with the part. */
export interface AskForm {
  readonly note: string;
  readonly date: CivilDate | null;
  /** An office's id, or its name as typed. */
  readonly office: string | null;
}

/** Reads a submitted form of a request. Absent, null and empty fields mean the same. */
export function parseAskForm(
  fields: Readonly<Record<string, unknown>>,
  kind: AskKind,
): Outcome<AskForm, Extract<FormError, { readonly kind: 'note-too-long' }>> {
  const typed = askValues(fields);
  const note = kind === 'snooze' ? '' : tidy(typed.note);
  const length = Array.from(note).length;
  if (length > LONGEST.note) return refused({ kind: 'note-too-long', length, longest: LONGEST.note });
  const dated = kind === 'extension' || kind === 'snooze';
  const office = kind === 'transfer' ? tidy(typed.office ?? '') : '';
  return ok({
    note,
    date: dated ? (readPickedDate(typed.date) ?? null) : null,
    office: office === '' ? null : office,
  });
}

/** The fields as typed, to draw the form again after a mistake. */
export function askValues(fields: Readonly<Record<string, unknown>>): AskValues {
  const { note, date } = typedValues(fields);
  const { office, attribute, link } = fields;
  return {
    note,
    date,
    ...(typeof office === 'string' && { office }),
    ...(typeof attribute === 'string' && { attribute }),
    ...(typeof link === 'string' && { link }),
  };
}
