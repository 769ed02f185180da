import { describe, expect, it } from 'vitest';
import { aSubmission } from '../../../tests/support/quotas.ts';
import { instantOf } from '../calendar/civil-date.ts';
import type { SubmissionReturnReason } from '../quotas/return-reason.ts';
import type { Submission } from '../quotas/submission.ts';
import { monthProblems } from './month-problems.ts';

function submission(state: Submission['state'], reasons: SubmissionReturnReason[] | null = null, came = '2026-03-03') {
  const credits = ['office-1', 'office-2'];
  const { acts } = aSubmission('2026-03-02', {
    done: reasons === null ? [] : [['return', '2026-03-04T10:00+08:00', '见3月1日一条', reasons]],
  });
  return aSubmission('2026-03-02', { state, credits, acts, submittedAt: instantOf(`${came}T15:00+08:00`) });
}

describe('what went wrong in a month', () => {
  it('counts each submission once, however many offices share it, and the coded reasons by number', () => {
    const problems = monthProblems([
      submission('returned', ['link-broken', 'duplicate']),
      submission('returned', ['duplicate']),
      submission('returned', ['other']),
      submission('accepted', ['untrue']),
      submission('submitted'),
      submission('accepted', null, '2026-03-04'),
    ]);
    expect(problems).toEqual({
      returned: {
        count: 3,
        reasons: [
          { reason: 'duplicate', count: 2 },
          { reason: 'link-broken', count: 1 },
          { reason: 'other', count: 1 },
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
