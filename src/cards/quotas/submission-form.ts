import { addDays, type CivilDate } from '../../domain/calendar/civil-date.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { findOffice } from '../../domain/directory/find-office.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { HELD_ON_A_DAY, PRESS } from '../../domain/quotas/matter.ts';
import type { Submission } from '../../domain/quotas/submission.ts';
import type { SubmissionDraft } from '../../domain/quotas/submission-draft.ts';
import { readLink, readPickedDate } from '../report-form.ts';
import { tidy } from '../words.ts';

/** Names of the form's fields. */
export const SUBMISSION_FIELD = {
  matter: 'matter',
  title: 'title',
  link: 'link',
  date: 'date',
  office: 'office',
  joint: 'joint',
} as const;

export const LONGEST_SUBMISSION_TITLE = 100;

/** A day further off than a year is a slip of the pen. */
const FURTHEST_DAYS = 366;

export type SubmissionEntry = Pick<
  Submission,
  'matter' | 'title' | 'link' | 'file' | 'eventOn' | 'officeId' | 'jointOfficeIds'
>;

export type SubmissionFormError =
  | { readonly kind: 'matter-missing' }
  | { readonly kind: 'title-missing'; readonly press: boolean }
  | { readonly kind: 'title-too-long'; readonly length: number; readonly longest: number }
  | { readonly kind: 'link-missing' }
  | { readonly kind: 'link-invalid' }
  | { readonly kind: 'date-missing' }
  | { readonly kind: 'date-to-come'; readonly on: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'date-too-far'; readonly on: CivilDate }
  | { readonly kind: 'office-missing' }
  | { readonly kind: 'joint-unknown'; readonly name: string };

/** The fields as typed; what the form does not ask stays as it was. */
export function submissionValues(
  fields: Readonly<Record<string, unknown>>,
  before: Pick<SubmissionDraft, 'officeId' | 'file'>,
): SubmissionDraft {
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  const joint: unknown = fields[SUBMISSION_FIELD.joint];
  const several: readonly unknown[] = Array.isArray(joint) ? joint : namesIn(text(SUBMISSION_FIELD.joint));
  const office = text(SUBMISSION_FIELD.office);
  return {
    matter: text(SUBMISSION_FIELD.matter),
    title: text(SUBMISSION_FIELD.title),
    link: text(SUBMISSION_FIELD.link),
    date: text(SUBMISSION_FIELD.date),
    officeId: office === '' ? before.officeId : office,
    jointOfficeIds: several.filter((each): each is string => typeof each === 'string'),
    file: before.file,
    error: null,
  };
}

function namesIn(typed: string): readonly string[] {
  return typed
    .split(/[、,，;；\s]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Reads what was filled in; the first thing that is wrong with it. @param officeIds those that the person answers for */
export function parseSubmission(
  draft: SubmissionDraft,
  { today, directory, officeIds }: { today: CivilDate; directory: Directory; officeIds: readonly string[] },
): Outcome<SubmissionEntry, SubmissionFormError> {
  const matter = tidy(draft.matter);
  if (matter === '') return refused({ kind: 'matter-missing' });
  const held = HELD_ON_A_DAY.includes(matter);
  const title = tidy(draft.title);
  if (title === '') return refused({ kind: 'title-missing', press: matter === PRESS });
  const length = Array.from(title).length;
  if (length > LONGEST_SUBMISSION_TITLE) {
    return refused({ kind: 'title-too-long', length, longest: LONGEST_SUBMISSION_TITLE });
  }
  const typed = tidy(draft.link);
  if (typed === '' && draft.file === null && !held) return refused({ kind: 'link-missing' });
  const link = typed === '' ? null : readLink(typed);
  if (link === undefined) return refused({ kind: 'link-invalid' });
  const eventOn = readPickedDate(draft.date);
  if (!eventOn) return refused({ kind: 'date-missing' });
  if (eventOn > today && !held) return refused({ kind: 'date-to-come', on: eventOn, today });
  const near = eventOn >= addDays(today, -FURTHEST_DAYS) && eventOn <= addDays(today, FURTHEST_DAYS);
  if (!near) return refused({ kind: 'date-too-far', on: eventOn });
  const officeId = officeIds.length === 1 ? officeIds[0] : officeIds.find((id) => id === draft.officeId);
  if (officeId === undefined) return refused({ kind: 'office-missing' });
  const joint = jointOffices(draft.jointOfficeIds, directory);
  if (!joint.ok) return joint;
  const jointOfficeIds = joint.value.filter((id) => id !== officeId);
  return ok({ matter, title, link, file: draft.file, eventOn, officeId, jointOfficeIds });
}

/** Chosen by id, or typed by name where there are too many to choose from; in the directory's order. */
function jointOffices(
  chosen: readonly string[],
  directory: Directory,
): Outcome<readonly string[], Extract<SubmissionFormError, { readonly kind: 'joint-unknown' }>> {
  const ids = new Set<string>();
  for (const each of chosen) {
    const found = directory.offices.some(({ id }) => id === each) ? each : undefined;
    const named = found === undefined ? findOffice(directory, each) : undefined;
    const id = found ?? (named?.kind === 'found' ? named.office.id : undefined);
    if (id === undefined) return refused({ kind: 'joint-unknown', name: each });
    ids.add(id);
  }
  return ok(directory.offices.filter(({ id }) => ids.has(id)).map(({ id }) => id));
}
