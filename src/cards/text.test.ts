import { describe, expect, it } from 'vitest';
import { civil, instantOf } from '../domain/calendar/civil-date.ts';
import { type Done, doneText, doneToast, helpText, type Refusal, refusalText, refusalToast } from './text.ts';

const at = instantOf('2017-11-24T09:05+08:00');

describe('refusals say who, why and what to do', () => {
  it.each<[Refusal, string]>([
    [
      { kind: 'not-yours', officeName: '法规处', yourOffices: ['信息中心'] },
      '这项任务由法规处办理，您在信息中心名下。如有变化，请联系局办公室。',
    ],
    [{ kind: 'not-yours', officeName: '法规处', yourOffices: [] }, '这项任务由法规处办理。如有变化，请联系局办公室。'],
    [{ kind: 'stale-reported', byName: '李强', at }, '该事项已于 11月24日 09:05 由李强报办结'],
    [{ kind: 'stale-state', state: 'working', percent: 60 }, '该事项状态已更新为“办理中 60 %”，以下是当前状态'],
    [{ kind: 'signed-off', on: civil('2017-11-24') }, '该事项已于 11月24日销号。如需更正，请联系局办公室。'],
    [{ kind: 'undo-too-late' }, '已过 24 小时，不能撤回。如需更正，请联系局办公室。'],
    [
      { kind: 'form', error: { kind: 'completed-in-future', on: civil('2017-12-01'), today: civil('2017-11-24') } },
      '完成日期 12月1日还没有到（今天是 11月24日）；如尚未完成，请点“取消”，再点“未完成”',
    ],
    [
      { kind: 'form', error: { kind: 'new-date-over', on: civil('2016-12-01'), today: civil('2017-11-24') } },
      '新时限 2016年12月1日已过（今天是 11月24日），请选今天或以后的日期',
    ],
    [
      { kind: 'form', error: { kind: 'new-date-too-far', on: civil('2027-12-01'), until: civil('2019-11-24') } },
      '新时限 2027年12月1日太远，请选 2019年11月24日及以前的日期',
    ],
    [{ kind: 'form', error: { kind: 'date-missing', asked: 'completed' } }, '请选择完成日期'],
    [{ kind: 'form', error: { kind: 'date-missing', asked: 'postponed' } }, '请选择新时限'],
    [{ kind: 'form', error: { kind: 'note-too-long', length: 230, longest: 200 } }, '文字请在 200 字以内，现有 230 字'],
  ])('%j', (refusal, text) => {
    expect(refusalText(refusal)).toBe(text);
  });

  it('an empty form hears that nothing was filled in', () => {
    expect(refusalToast({ kind: 'form', error: { kind: 'nothing-filled' } })).toEqual({
      type: 'warning',
      text: expect.stringMatching(/^未填写任何内容/),
    });
  });
});

describe('what a press has done', () => {
  it.each<[Done, string]>([
    [{ kind: 'reported' }, '已记录，局办公室审核后销号'],
    [{ kind: 'progress', percent: 60 }, '已记录进展 60 %'],
    [{ kind: 'progress', percent: 100 }, '已记录进展，待公开'],
    [{ kind: 'progress', percent: null }, '已记录进展'],
    [{ kind: 'trouble' }, '已记录困难，将提请牵头单位协调'],
    [
      { kind: 'postponed', to: civil('2018-01-19'), today: civil('2017-11-24') },
      '已记录，改按新时限 2018年1月19日（周五）提醒',
    ],
    [{ kind: 'undone', state: 'working', percent: 60 }, '已撤回，恢复为“办理中 60 %”'],
    [{ kind: 'already-reported', byName: '李强', at }, '该事项已于 11月24日 09:05 由李强报办结，无需再报'],
  ])('%j', (done, text) => {
    expect(doneText(done)).toBe(text);
  });

  it('a repeated press is no error', () => {
    expect(doneToast({ kind: 'already-reported', byName: '李强', at }).type).toBe('info');
    expect(doneToast({ kind: 'reported' }).type).toBe('success');
  });
});

it('the help has at most eight short lines', () => {
  const lines = helpText({ administrator: false }).split('\n');
  expect(lines.length).toBeLessThanOrEqual(8);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(36);
});
