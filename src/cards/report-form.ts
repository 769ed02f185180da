import { type CivilDate, parseCivilDate } from '../domain/calendar/civil-date.ts';
import type { PastProblem } from '../domain/ledger/past-at-birth.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import type { FormKind, FormValues } from './morning-view.ts';
import { tidy } from './words.ts';

/** Names of the form's fields. Fixed, because a card has at most one open form. */
export const FIELD = { percent: 'percent', note: 'note', link: 'link', helpFrom: 'help_from', date: 'date' } as const;

/** Longest answers, in characters. */
export const LONGEST = { note: 200, link: 500, helpFrom: 50 } as const;

/** The choices of 进度; 100 is 待公开: done but for the publication. */
export const PERCENT_CHOICES = [20, 40, 60, 80, 100] as const;

/** What a person answered. `link` is a complete http or https address. */
export interface ReportForm {
  readonly percent: number | null;
  readonly note: string;
  readonly link: string | null;
  readonly helpFrom: string | null;
  /** With `completed` the day it was completed, with `postponed` the new date. */
  readonly date: CivilDate | null;
}

export type FormError =
  | { readonly kind: 'date-missing'; readonly asked: 'completed' | 'postponed' }
  | Exclude<PastProblem, { readonly kind: 'other-question' }>
  | { readonly kind: 'nothing-filled' }
  | { readonly kind: 'note-missing' }
  | { readonly kind: 'note-too-long'; readonly length: number; readonly longest: number }
  | { readonly kind: 'help-too-long'; readonly length: number; readonly longest: number }
  | { readonly kind: 'percent-unknown' }
  | { readonly kind: 'link-invalid' };

/**
 * Reads a submitted form. Absent, null and empty fields mean the same. Forgives full-width characters, a link without its scheme
 * and a link inside a sentence.
 *
 * @returns the answer, or the first thing that is wrong with it
 */
export function parseReportForm(
  fields: Readonly<Record<string, unknown>>,
  kind: FormKind,
): Outcome<ReportForm, FormError> {
  const typed = typedValues(fields);
  const noteText = tidy(typed.note);
  const helpFrom = kind === 'trouble' ? tidy(typed.helpFrom) : '';
  const linkText = tidy(typed.link);
  const asked = kind === 'completed' || kind === 'postponed' ? kind : null;
  const date = asked ? (readPickedDate(typed.date) ?? null) : null;
  const percent = asked || typed.percent === null ? null : readPercent(typed.percent);
  const link = linkText === '' ? null : readLink(linkText);

  if (asked && date === null) return refused({ kind: 'date-missing', asked });
  if (percent === undefined) return refused({ kind: 'percent-unknown' });
  if (kind === 'trouble' && noteText === '') return refused({ kind: 'note-missing' });
  if (date === null && percent === null && noteText === '' && linkText === '')
    return refused({ kind: 'nothing-filled' });
  const noteLength = lengthOf(noteText);
  if (noteLength > LONGEST.note) {
    return refused({ kind: 'note-too-long', length: noteLength, longest: LONGEST.note });
  }
  const helpLength = lengthOf(helpFrom);
  if (helpLength > LONGEST.helpFrom) {
    return refused({ kind: 'help-too-long', length: helpLength, longest: LONGEST.helpFrom });
  }
  if (link === undefined) return refused({ kind: 'link-invalid' });
  return ok({ percent, note: noteText, link, helpFrom: helpFrom === '' ? null : helpFrom, date });
}

/** The fields as typed, to draw the form again after a mistake. */
export function typedValues(fields: Readonly<Record<string, unknown>>): FormValues {
  const percent = textOf(fields[FIELD.percent]).trim();
  return {
    percent: percent === '' ? null : percent,
    note: textOf(fields[FIELD.note]),
    link: textOf(fields[FIELD.link]),
    helpFrom: textOf(fields[FIELD.helpFrom]),
    date: textOf(fields[FIELD.date]),
  };
}

/** The day that a date picker reports, with the zone of the person's client behind it: `2026-03-31 +0800`. */
export function readPickedDate(text: string): CivilDate | undefined {
  const day = /^(\S{10})(?: ?[+-]\d{2}:?\d{2})?$/.exec(text.trim())?.[1];
  return day === undefined ? undefined : parseCivilDate(day);
}

/** A field as text; absent and null ones are empty. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

function readPercent(text: string): number | undefined {
  if (text === '待公开') return 100;
  const digits = /^(\d{1,3}) ?%?$/.exec(text.normalize('NFKC').trim())?.[1];
  const value = Number(digits);
  return digits !== undefined && value <= 100 ? value : undefined;
}

/**
 * The web address that somebody typed, complete. Full-width letters are folded only where the text is no address as it stands: a
 * path may hold （） rightly.
 */
export function readLink(text: string): string | undefined {
  return addressIn(text) ?? addressIn(text.normalize('NFKC').replaceAll('。', '.'));
}

function addressIn(text: string): string | undefined {
  const found = /https?:\/\/\S+/i.exec(text)?.[0];
  if (found !== undefined) return webAddress(found.replace(/[。，、；！”’》】]+$/u, ''));
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?([/?#]\S*)?$/i.test(text) ? webAddress(`https://${text}`) : undefined;
}

function webAddress(text: string): string | undefined {
  if (text.length > LONGEST.link || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.username === '' && url.password === '' ? text : undefined;
}
