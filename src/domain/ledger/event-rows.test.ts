import { describe, expect, it } from 'vitest';
import { aDirectory } from '../../../tests/support/parts.ts';
import { aTask } from '../../../tests/support/stored-plan.ts';
import type { DraftOffice } from '../plan/import-report.ts';
import type { ClockRule } from './event-clocks.ts';
import { eventRowsFor, owingOfEvent } from './event-rows.ts';

const DIRECTORY = aDirectory({
  办公室: { posts: [['liaison-a', '孙静']], rosters: ['各处室'] },
  法规处: {
    posts: [
      ['liaison-a', '张敏'],
      ['head', '周科'],
    ],
    rosters: ['各处室'],
  },
  信息中心: { posts: [['liaison-a', '王芳']] },
});
const RULE: ClockRule = {
  kind: 'within',
  event: '受理',
  n: 15,
  unit: 'working_day',
  before: false,
  phrase: '受理之日起15个工作日内',
  place: 'text',
};
const office = (name: string, role: DraftOffice['role'], fanOut: DraftOffice['fanOut'] = null): DraftOffice => ({
  name,
  role,
  fanOut,
  inferred: false,
});

function choiceOf(person: string, offices: DraftOffice[], isAdministrator = false) {
  const tasks = [aTask({ offices, rules: [RULE] })];
  const [row] = eventRowsFor({ tasks, directory: DIRECTORY, personId: person, isAdministrator });
  return row && `${row.offices.map(({ name }) => name).join(' ')}${row.everyOffice ? ' 全部' : ''}`;
}

describe('who may register an event, and for whom', () => {
  it.each([
    ['whose office owes the row', '张敏', [office('法规处', 'responsible')], ' 全部'],
    ['its head', '周科', [office('法规处', 'responsible')], ' 全部'],
    ['nobody of another office', '王芳', [office('法规处', 'responsible')], undefined],
    ['nobody who only cooperates', '王芳', [office('法规处', 'lead'), office('信息中心', 'support')], undefined],
    ['of a roster each for itself', '张敏', [office('各处室', 'responsible', 'all')], '法规处'],
    [
      'the lead for all or for one',
      '王芳',
      [office('信息中心', 'lead'), office('各处室', 'responsible', 'all')],
      '办公室 法规处 全部',
    ],
    ['where the event decides, each for itself', '王芳', [office('文件起草处室', 'responsible', 'event')], '信息中心'],
    [
      'where the event decides, the lead for any',
      '张敏',
      [office('法规处', 'lead'), office('文件起草处室', 'responsible', 'event')],
      '办公室 法规处 信息中心',
    ],
    ['a row without an owner only an administrator', '张敏', [], undefined],
  ])('%s', (_, person, offices, expected) => {
    expect(choiceOf(person, offices)).toBe(expected);
  });

  it('an administrator for every row', () => {
    expect(choiceOf('谁', [office('法规处', 'responsible')], true)).toBe(' 全部');
    expect(choiceOf('谁', [], true)).toBe('办公室 法规处 信息中心');
  });

  it('a row without an event clock is not among them', () => {
    const tasks = [aTask({ offices: [office('法规处', 'lead')] })];
    expect(eventRowsFor({ tasks, directory: DIRECTORY, personId: '张敏', isAdministrator: true })).toEqual([]);
  });
});

describe('who owes a part of an event', () => {
  const owing = (offices: DraftOffice[], chosen: string | null) =>
    owingOfEvent({ offices }, chosen, DIRECTORY).map(({ officeId, role }) => `${officeId} ${role}`);

  it('every office of the row, where none was chosen', () => {
    expect(owing([office('各处室', 'responsible', 'all')], null)).toEqual([
      'office-1 responsible',
      'office-2 responsible',
    ]);
  });

  it('the lead and the chosen office, not the rest of the roster', () => {
    const offices = [office('信息中心', 'lead'), office('各处室', 'responsible', 'all')];
    expect(owing(offices, 'office-2')).toEqual(['office-3 lead', 'office-2 responsible']);
  });

  it('a chosen office that the row names anyway owes one part', () => {
    const offices = [office('法规处', 'lead'), office('文件起草处室', 'responsible', 'event')];
    expect(owing(offices, 'office-2')).toEqual(['office-2 lead']);
  });
});
