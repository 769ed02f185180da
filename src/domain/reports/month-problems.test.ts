import { describe, expect, it } from 'vitest';
import { civil, instantOf } from '../calendar/civil-date.ts';
import type { Submission } from '../quotas/submission.ts';
import { monthProblems } from './month-problems.ts';

function submission(state: Submission['state'], reason: string | null = null, came = '2026-03-03'): Submission {
  const act = { id: 'act', at: instantOf('2026-03-04T10:00+08:00'), personId: 'p', personName: '孙静' };
  return {
    id: 'item',
    matter: '信息',
    title: '动态',
    isNil: false,
    link: null,
    file: null,
    eventOn: civil('2026-03-02'),
    officeId: 'office-1',
    jointOfficeIds: ['office-2'],
    submittedAt: instantOf(`${came}T15:00+08:00`),
    personId: 'p',
    personName: '张敏',
    promptBy: civil('2026-03-03'),
    state,
    credits: ['office-1', 'office-2'],
    decidedAt: null,
    version: 1,
    acts: reason === null ? [] : [{ ...act, kind: 'return', reason }],
  };
}

describe('what went wrong in a month', () => {
  it('counts each submission once, however many offices share it, and the coded reasons by number', () => {
    const problems = monthProblems([
      submission('returned', '重复报送：见3月1日一条'),
      submission('returned', '重复报送；链接打不开'),
      submission('returned', '请补充时间'),
      submission('accepted', '内容不实'),
      submission('submitted'),
      submission('accepted', null, '2026-03-04'),
    ]);
    expect(problems).toEqual({
      returned: {
        count: 3,
        reasons: [
          { reason: '重复报送', count: 2 },
          { reason: '链接打不开', count: 1 },
          { reason: '其他', count: 1 },
        ],
      },
      late: 1,
      waiting: 1,
    });
  });

  it('leaves out what was withdrawn and 零报告', () => {
    const late = '2026-03-09';
    expect(monthProblems([submission('withdrawn', null, late), submission('none', null, late)])).toEqual({
      returned: { count: 0, reasons: [] },
      late: 0,
      waiting: 0,
    });
  });
});
