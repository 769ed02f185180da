import { describe, expect, it } from 'vitest';
import { aPart, saidAt } from '../../../tests/support/parts.ts';
import { aTask } from '../../../tests/support/stored-plan.ts';
import type { Part } from '../ledger/part.ts';
import { planLookBack } from './plan-look-back.ts';
import { answerNote, answerOf, countAnswers, reboundSentence } from './question.ts';
import { keyOfMark, markOf, noteOfMark, type RowMark } from './row-mark.ts';

const done = (note: string) => saidAt('2026-01-13T10:00+08:00', { state: 'done', note });
const REBOUND = aPart({ taskId: 'q', state: 'reported', replies: [done(answerNote('栏目停更'))] });

describe('what an office says of a closed row', () => {
  it.each([
    ['nothing', {}, 'unanswered', ''],
    ['that it holds', { state: 'reported', replies: [done(answerNote(null))] }, 'holds', '仍在落实'],
    ['办结 on the ordinary card', { state: 'reported', replies: [done('')] }, 'holds', ''],
    ['that it has slipped back', { state: 'signed-off', replies: [done(answerNote('停更'))] }, 'rebounded', '停更'],
    ['有困难 on the ordinary card', { state: 'blocked', replies: [done('停更')] }, 'rebounded', '停更'],
    ['something that was returned', { state: 'working', replies: [done(answerNote(null))] }, 'unanswered', '仍在落实'],
    ['不涉及', { state: 'excused' }, 'excused', ''],
  ] as const)('%s', (_, part, answer, sentence) => {
    const question = aPart(part);
    expect(answerOf(question)).toBe(answer);
    expect(reboundSentence(question)).toBe(sentence);
    expect(countAnswers([question])[answer]).toBe(1);
  });
});

describe('the mark of a row', () => {
  it.each<RowMark>([
    { kind: 'rectify', taskId: 'task-1', officeId: null },
    { kind: 'look-back', taskId: 'task-1', officeId: 'office-2' },
    { kind: 'rebound', taskId: 'task-1', officeId: 'office-2' },
  ])('$kind is read as it was written', (mark) => {
    const notes = [{ kind: 'remark', text: '别的〔x〕' }, noteOfMark(mark, '《2025年要点〔试行〕》第3项')];
    expect(markOf({ notes })).toEqual(mark);
    expect(keyOfMark(mark)).toBe(`${mark.kind} task-1 ${mark.officeId ?? ''}`);
  });

  it('is missing from an ordinary row', () => {
    expect(markOf({ notes: [{ kind: 'remark', text: '见附件〔a〕' }] })).toBeUndefined();
    expect(markOf({ notes: [{ kind: 'rectify', text: '见附件' }] })).toBeUndefined();
  });
});

const row = (id: string, mark: RowMark) => aTask({ id, notes: [noteOfMark(mark, '第1项')] });
const QUESTION = row('q', { kind: 'look-back', taskId: 'old', officeId: 'office-1' });
const CARRIED = row('r', { kind: 'rebound', taskId: 'old', officeId: 'office-1' });
const ORIGIN = aPart({ taskId: 'old', state: 'signed-off' });

const plan = (
  tasks: readonly ReturnType<typeof aTask>[],
  parts: readonly Part[],
  lastYear = true,
  origins = [ORIGIN],
) =>
  planLookBack({
    lastYear: lastYear
      ? {
          unfinished: [{ taskId: 'late', parts: [aPart({ taskId: 'late' })] }],
          closed: [{ taskId: 'old', officeId: 'office-1', part: ORIGIN }],
          left: { paused: 0, notDue: 0, undated: 0 },
        }
      : null,
    origins,
    ledger: { tasks, parts },
    year: 2025,
    sampleSize: 5,
    officeIds: ['office-1'],
  });

describe('what a round adds', () => {
  it('is a row for what is unfinished and a question about what is closed', () => {
    expect(plan([], []).add.map(({ mark }) => keyOfMark(mark))).toEqual(['rectify late ', 'look-back old office-1']);
  });

  it('is nothing where all that is there already', () => {
    const late = row('l', { kind: 'rectify', taskId: 'late', officeId: null });
    expect(plan([late, QUESTION], []).add).toEqual([]);
  });

  it('is no second sample, whatever has been closed since', () => {
    const other = row('q', { kind: 'look-back', taskId: 'another', officeId: 'office-1' });
    expect(plan([other], []).add.map(({ mark }) => mark.kind)).toEqual(['rectify']);
  });

  it('is a row for each rebound, once', () => {
    expect(plan([QUESTION], [REBOUND], false).add).toMatchObject([{ mark: { kind: 'rebound' }, sentence: '栏目停更' }]);
    expect(plan([QUESTION, CARRIED], [REBOUND], false)).toMatchObject({ add: [], removeTaskIds: [] });
  });

  it.each([
    ['is taken out again while nobody has touched it', {}, ['r']],
    ['stays once somebody works on it', { state: 'working' }, []],
  ] as const)('a row whose rebound was taken back %s', (_, part, removed) => {
    const question = aPart({ taskId: 'q', state: 'reported', replies: [done(answerNote(null))] });
    const parts = [question, aPart({ taskId: 'r', ...part })];
    expect(plan([QUESTION, CARRIED], parts, false).removeTaskIds).toEqual(removed);
  });

  it('is of the office that says so, about the last of its periods', () => {
    const origins = [
      aPart({ id: 'first', taskId: 'old', period: '2025-Q1' }),
      aPart({ id: 'last', taskId: 'old', period: '2025-Q4' }),
      aPart({ id: 'of another office', taskId: 'old', officeId: 'office-2' }),
      aPart({ id: 'of another row', taskId: 'other' }),
    ];
    const { add } = plan([QUESTION], [REBOUND], false, origins);
    expect(add.map(({ parts }) => parts.map(({ id }) => id))).toEqual([['last']]);
  });

  it('takes the place of what is unfinished, and of a question that is stuck', () => {
    const stuck = aPart({ taskId: 'q', id: 'stuck', state: 'blocked', replies: [done('停更')] });
    expect(plan([QUESTION], [stuck]).takenOver.map(({ id }) => id)).toEqual(['part-1', 'stuck']);
  });
});
