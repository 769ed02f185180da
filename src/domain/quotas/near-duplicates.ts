import { type CivilDate, daysBetween } from '../calendar/civil-date.ts';
import { likenessOf, plainKey } from '../plan/similar-texts.ts';
import { PRESS } from './matter.ts';
import type { Submission } from './submission.ts';

/** Events of two submissions that may be one lie no further apart. */
export const DUPLICATE_DAYS = 31;
/** Press conferences of a series have one title: only near days make them the same. */
const PRESS_DAYS = 3;
/** Share of letter pairs that two titles have in common, from which on they are near the same. */
const NEAR = 0.75;

type Compared = Pick<Submission, 'id' | 'matter' | 'title' | 'link' | 'eventOn' | 'submittedAt'>;

export interface Duplicate<S> {
  readonly of: S;
  /** The same address, or a title that is near the same. */
  readonly by: 'link' | 'title';
}

/**
 * Earlier submissions that one is likely to repeat, the earliest first: the same address in any matter, or a near-same title in the
 * same one.
 *
 * @param others those that count or wait for review; later ones and itself are passed over
 */
export function nearDuplicates<S extends Compared>(
  submission: Compared,
  others: readonly S[],
): readonly Duplicate<S>[] {
  const link = submission.link === null ? null : sameLinkKey(submission.link);
  return others
    .filter(
      (other) =>
        other.id !== submission.id && isBefore(other, submission) && daysApart(other, submission) <= DUPLICATE_DAYS,
    )
    .toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
    .flatMap((other): readonly Duplicate<S>[] => {
      if (link !== null && other.link !== null && sameLinkKey(other.link) === link) return [{ of: other, by: 'link' }];
      const near = other.matter === submission.matter && daysApart(other, submission) <= titleDays(submission.matter);
      return near && isNearTitle(other.title, submission.title) ? [{ of: other, by: 'title' }] : [];
    });
}

/** Whether its own office has submitted again what was returned to it. */
export function wasSubmittedAnew(returned: Submission, others: readonly Submission[]): boolean {
  const at = returned.acts.findLast(({ kind }) => kind === 'return')?.at;
  return (
    at !== undefined &&
    others.some(
      (later) =>
        later.officeId === returned.officeId && later.submittedAt >= at && nearDuplicates(later, [returned]).length > 0,
    )
  );
}

function isBefore(a: Compared, b: Compared): boolean {
  return a.submittedAt < b.submittedAt || (a.submittedAt === b.submittedAt && a.id < b.id);
}

function daysApart(a: { readonly eventOn: CivilDate }, b: { readonly eventOn: CivilDate }): number {
  return Math.abs(daysBetween(a.eventOn, b.eventOn));
}

function titleDays(matter: string): number {
  return matter === PRESS ? PRESS_DAYS : DUPLICATE_DAYS;
}

/** What a link is followed with and the page does not depend on. */
const NOISE = /^(?:utm_|spm|from|isappinstalled|share|scene|sharer|timestamp|nsukey|wfr|_t$|t$)/i;

/** The same for two addresses of one page: scheme, www., mobile host, port, anchor, trailing slash and tracking do not count. */
export function sameLinkKey(link: string): string {
  const text = link.trim().normalize('NFKC');
  const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return text.toLowerCase();
  const url = new URL(whole);
  const host = url.hostname.toLowerCase().replace(/^(?:www|m|wap|mobile)\.(?=[^.]+\.)/, '');
  const path = decoded(url.pathname)
    .replace(/\/(?:index|default)\.(?:s?html?|jsp|aspx?|php)$/i, '/')
    .replace(/\/+$/, '');
  const query = [...url.searchParams]
    .filter(([name]) => !NOISE.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('&');
  return query === '' ? `${host}${path}` : `${host}${path}?${query}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether two titles are the same but for marks, spaces and a few words. Other numbers make them two: 第3期 is not 第4期. */
export function isNearTitle(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (plainKey(left) === '' || plainKey(right) === '') return false;
  const [leftNumbers, rightNumbers] = [numbersOf(a), numbersOf(b)];
  if (leftNumbers !== '' && rightNumbers !== '' && leftNumbers !== rightNumbers) return false;
  return likenessOf(left, right) >= NEAR;
}

function numbersOf(title: string): string {
  return (title.normalize('NFKC').match(/\d+|[一二三四五六七八九十]+(?=[期次批场季月])/gu) ?? []).join(' ');
}
