import { periodWords } from '../cards/period-words.ts';
import { clip, dayWords } from '../cards/words.ts';
import { type CivilDate, civilDateOf } from '../domain/calendar/civil-date.ts';
import { compareTexts } from '../domain/compare-texts.ts';
import { officesAnsweredFor, personByOpenId } from '../domain/directory/answering.ts';
import type { Part } from '../domain/ledger/part.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { isClosed } from '../domain/reminders/urgency.ts';
import { rowsMeant } from '../domain/words/row-number.ts';
import { chooseByWords, type Labelled, tellApart } from '../domain/words/tell-apart.ts';
import type { Deps } from './deps.ts';

/** What a row's number means to a person: among the open parts they answer for. */
export type OwnRows =
  /** `rest`: the words behind the number that did not choose. */
  | { readonly kind: 'one'; readonly part: Part; readonly rest: string }
  /** `words` tell each from the others, written behind the number. */
  | { readonly kind: 'several'; readonly choices: readonly { readonly part: Part; readonly words: string }[] }
  /** Theirs, but closed. */
  | { readonly kind: 'closed'; readonly part: Part }
  /** Numbers of what is open, most urgent first. */
  | { readonly kind: 'none'; readonly open: readonly Part[] };

export type OwnRowsRefusal = { readonly kind: 'unknown-person' } | { readonly kind: 'no-office' };

/** The part that somebody means who writes a row's number, and what else they wrote. */
export async function findOwnRows(
  deps: Pick<Deps, 'clock' | 'ledger' | 'directory'>,
  { actorOpenId, no, words }: { readonly actorOpenId: string; readonly no: string | null; readonly words: string },
): Promise<Outcome<OwnRows, OwnRowsRefusal>> {
  const directory = await deps.directory.load();
  const person = personByOpenId(directory, actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  const offices = officesAnsweredFor(directory, person.id);
  if (offices.length === 0) return refused({ kind: 'no-office' });
  const parts = await deps.ledger.findParts({ officeIds: offices.map(({ id }) => id) });
  const today = civilDateOf(deps.clock.now());
  return ok(ownRows(parts, { no, words, today, manyOffices: offices.length > 1 }));
}

function ownRows(
  parts: readonly Part[],
  asked: {
    readonly no: string | null;
    readonly words: string;
    readonly today: CivilDate;
    readonly manyOffices: boolean;
  },
): OwnRows {
  const { no, words } = asked;
  const open = parts.filter((part) => !isClosed(part)).toSorted((a, b) => compareTexts(dueOf(a), dueOf(b)));
  if (no === null) return { kind: 'none', open };
  const meant = pick(open, no);
  if (meant.length === 0) {
    const closed = pick(parts, no).at(-1);
    return closed ? { kind: 'closed', part: closed } : { kind: 'none', open };
  }
  const { chosen, rest } =
    meant.length > 1
      ? chooseByWords(
          meant.map((part) => labelsOf(part, asked)),
          words,
        )
      : { chosen: [0], rest: words.trim() };
  const left = chosen.flatMap((index) => meant[index] ?? []);
  const [part] = left;
  if (part && left.length === 1) return { kind: 'one', part, rest };
  const apart = tellApart(left.map((other) => labelsOf(other, asked)));
  return { kind: 'several', choices: left.map((other, index) => ({ part: other, words: apart[index] ?? '' })) };
}

function pick(parts: readonly Part[], no: string): readonly Part[] {
  return rowsMeant(
    parts.map(({ taskNo }) => taskNo),
    no,
  ).flatMap((index) => parts[index] ?? []);
}

function labelsOf(
  part: Part,
  { today, manyOffices }: { readonly today: CivilDate; readonly manyOffices: boolean },
): Labelled {
  return [
    ...(part.period === null ? [] : periodNames(part.period)),
    ...(part.event === null ? [] : [clip(part.event, 12)]),
    ...(part.dueOn === null ? [] : [dayWords(part.dueOn, today)]),
    ...(manyOffices ? [part.officeName] : []),
    Array.from(part.taskText.trim()).slice(0, 8).join(''),
  ];
}

/** 第一季度, 一季度, 1季度. */
function periodNames(period: string): readonly string[] {
  const words = periodWords(period);
  const quarter = /^(\d{4})-Q(\d)$/.exec(period)?.[2];
  return quarter === undefined ? [words] : [words.slice(1), `${quarter}季度`, words];
}

function dueOf({ dueOn }: Part): string {
  return dueOn ?? '9999-12-31';
}
