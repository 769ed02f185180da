import { latestReply } from '../../domain/ledger/decide-reply.ts';
import { answerOf, countAnswers, type QuestionAnswer } from '../../domain/look-back/question.ts';
import { markedRows, type RowKind } from '../../domain/look-back/row-mark.ts';
import type { DraftTask } from '../../domain/plan/import-report.ts';
import { questionsOf } from './load-look-back.ts';
import { draftRow } from './rectify-rows.ts';
import type { LookBackRound } from './run-look-back.ts';

/** A row of the 整改台账; `no` is null where a round would add it. */
export interface RoundRow {
  readonly no: string | null;
  readonly kind: RowKind;
  /** Where the row of last year stands. */
  readonly origin: string;
  readonly text: string;
  readonly offices: readonly string[];
  /** Of a question that is asked. */
  readonly answer: QuestionAnswer | null;
  readonly note: string | null;
}

/** Whether a round has begun, and its rows in their order: those of the ledger, or those that it would get. */
export function roundRows(round: LookBackRound): readonly RoundRow[] {
  const { ledger, planned, titles, dates } = round;
  if (isUnderWay(round) && ledger) {
    return markedRows(ledger.tasks).map(({ task, mark: { kind } }): RoundRow => {
      const part = kind === 'look-back' ? ledger.parts.find(({ taskId }) => taskId === task.id) : undefined;
      const note = (part && latestReply(part)?.note) ?? null;
      return { ...rowOf(task, kind), no: task.no, answer: part ? answerOf(part) : null, note };
    });
  }
  return planned.add.map((row): RoundRow => {
    const task = draftRow(row, titles.get(row.parts[0].planId) ?? '', '', dates);
    return { ...rowOf(task, row.mark.kind), no: null, answer: null, note: null };
  });
}

function rowOf(task: DraftTask, kind: RowKind) {
  return { kind, origin: task.source.place, text: task.text, offices: task.offices.map(({ name }) => name) };
}

/** The round in numbers. */
export function roundSummary(round: LookBackRound) {
  const { year, ledger, dates, left, unreachable } = round;
  const rows = roundRows(round);
  const ofKind = (kind: RowKind) => rows.filter((row) => row.kind === kind);
  const sample = ofKind('look-back');
  return {
    year,
    started: isUnderWay(round),
    rectify: ofKind('rectify').length,
    rebounds: ofKind('rebound').length,
    sample: sample.length,
    sampleOffices: new Set(sample.flatMap(({ offices }) => offices)).size,
    ...dates,
    results: countAnswers(ledger ? questionsOf(ledger) : []),
    left,
    unreachable,
  };
}

/** A ledger that is still a draft, or was withdrawn, asks nobody anything. */
function isUnderWay({ ledger }: LookBackRound): boolean {
  return ledger?.plan.state === 'published' && markedRows(ledger.tasks).length > 0;
}
