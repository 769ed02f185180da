import {
  LOOK_BACK_AREAS,
  originWords,
  questionText,
  reboundText,
  rectifyText,
} from '../../cards/look-back/look-back-text.ts';
import { fullDayWords } from '../../cards/words.ts';
import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { PlannedRow } from '../../domain/look-back/plan-look-back.ts';
import { noteOfMark } from '../../domain/look-back/row-mark.ts';
import type { DraftOffice, DraftTask } from '../../domain/plan/import-report.ts';

/** When the rows of a round are due: 整改, and the answers to its questions. */
export interface RoundDates {
  readonly dueOn: CivilDate;
  readonly answerBy: CivilDate;
}

/** A planned row as a row of the 整改台账, still without its number. */
export function draftRow(row: PlannedRow, planTitle: string, source: string, dates: RoundDates): DraftTask {
  const [first] = row.parts;
  const old = { no: first.taskNo, text: first.taskText };
  const on = row.mark.kind === 'look-back' ? dates.answerBy : dates.dueOn;
  const phrase = `${fullDayWords(on)}前`;
  const offices = officesOf(row);
  const origin = originWords(old, planTitle);
  return {
    no: null,
    area: [LOOK_BACK_AREAS[row.mark.kind], `《${planTitle}》`],
    text: textOf(row, old),
    offices,
    people: [],
    rules: [{ kind: 'by', on, soft: false, phrase, place: 'deadline-cell' }],
    source: { file: source, place: origin },
    notes: [noteOfMark(row.mark, origin)],
    printed: { owners: [offices.map(({ name }) => name).join('、')], deadline: phrase, columns: [] },
  };
}

/** Numbers go on where the ledger ends: a row keeps its number for good. */
export function numbered(kept: readonly DraftTask[], added: readonly DraftTask[]): readonly DraftTask[] {
  const last = Math.max(0, ...kept.map(({ no }) => Number(no) || 0));
  return [...kept, ...added.map((task, index) => ({ ...task, no: String(last + index + 1) }))];
}

function textOf({ mark, parts, sentence }: PlannedRow, old: { readonly no: string | null; readonly text: string }) {
  switch (mark.kind) {
    case 'rectify':
      return rectifyText(old, parts);
    case 'look-back':
      return questionText(old, parts[0].closedOn);
    case 'rebound':
      return reboundText(old, sentence ?? '');
  }
}

/** Who has not finished it goes on with it, in the role of last year; who only supported it does not owe it as a supporter. */
function officesOf({ mark, parts }: PlannedRow): readonly DraftOffice[] {
  return [...groupBy(parts, ({ officeId }) => officeId).values()].flatMap(([part]) => {
    if (!part) return [];
    const keepsRole = mark.kind === 'rectify' && (part.role === 'lead' || part.role === 'joint');
    return [
      { name: part.officeName, role: keepsRole ? part.role : 'responsible', fanOut: null, inferred: false } as const,
    ];
  });
}
