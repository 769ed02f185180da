import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { LONGEST, readLink, textOf } from '../report-form.ts';
import { tidy } from '../words.ts';

export type BeatAnswer = 'updated' | 'unchanged' | 'trouble';

export const BEAT_WORDS: Readonly<Record<BeatAnswer, string>> = {
  updated: '有更新',
  unchanged: '无变化',
  trouble: '需协调',
};

const PREFIX = 'beat:';

/** Names of the fields; the select of a part is named after it. */
export const BEAT_FIELD = {
  link: 'beat_link',
  note: 'beat_note',
  of: (partId: string) => `${PREFIX}${partId}`,
} as const;

/** What a select reports: the answer, and the version of the part that it was drawn with. */
export function beatOption(answer: BeatAnswer, version: number): string {
  return `${answer}-${version}`;
}

export interface BeatForm {
  readonly answers: readonly { readonly partId: string; readonly version: number; readonly answer: BeatAnswer }[];
  /** Goes with every 有更新. */
  readonly link: string | null;
  /** Goes with every 需协调. */
  readonly note: string;
}

export type BeatFormError =
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'note-missing' }
  | { readonly kind: 'note-too-long'; readonly length: number; readonly longest: number }
  | { readonly kind: 'link-invalid' };

/** Reads the submitted form: only what was chosen counts, all else is asked again. */
export function parseBeatForm(fields: Readonly<Record<string, unknown>>): Outcome<BeatForm, BeatFormError> {
  const answers = Object.entries(fields).flatMap(([name, value]) => {
    const read = /^(updated|unchanged|trouble)-(\d{1,9})$/.exec(textOf(value));
    if (!name.startsWith(PREFIX) || !read) return [];
    return [{ partId: name.slice(PREFIX.length), version: Number(read[2]), answer: answerOf(read[1]) }];
  });
  const { link: linkText, note } = typedBeats(fields);
  const sentence = tidy(note);
  const link = tidy(linkText) === '' ? null : readLink(tidy(linkText));
  if (answers.length === 0) return refused({ kind: 'nothing-chosen' });
  if (sentence === '' && answers.some(({ answer }) => answer === 'trouble')) return refused({ kind: 'note-missing' });
  const length = Array.from(sentence).length;
  if (length > LONGEST.note) return refused({ kind: 'note-too-long', length, longest: LONGEST.note });
  if (link === undefined) return refused({ kind: 'link-invalid' });
  return ok({ answers, link, note: sentence });
}

/** The fields as chosen and typed, to draw the form again after a mistake. */
export function typedBeats(fields: Readonly<Record<string, unknown>>) {
  const choices = Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), textOf(value)] as const] : [],
  );
  return {
    choices: Object.fromEntries(choices),
    link: textOf(fields[BEAT_FIELD.link]),
    note: textOf(fields[BEAT_FIELD.note]),
  };
}

function answerOf(word: string | undefined): BeatAnswer {
  return word === 'updated' || word === 'trouble' ? word : 'unchanged';
}
