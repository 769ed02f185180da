import { describe, expect, it } from 'vitest';
import { aPart, saidAt } from '../../../tests/support/parts.ts';
import { instantOf } from '../calendar/civil-date.ts';
import type { PartAct, ReturnReason } from './part-act.ts';
import { proofOf } from './proof.ts';

function returned(...reasons: ReturnReason[]): PartAct {
  return {
    id: 'act-1',
    at: instantOf('2026-03-19T09:00:00+08:00'),
    personId: 'p',
    personName: '孙静',
    kind: 'return',
    note: '请补',
    reasons,
    dueOn: null,
    beforeOn: null,
    officeId: null,
  };
}

const NOTHING = { attribute: false, grounds: false, link: false, materials: false };

describe('what 办结 has to bring along', () => {
  it.each([
    ['no-attribute', { attribute: true }],
    ['no-grounds', { grounds: true }],
    ['link-broken', { link: true }],
    ['materials-missing', { materials: true }],
    ['other', { materials: true }],
  ] as const)('after 退文 for %s: %j', (reason, missing) => {
    expect(proofOf(aPart({ acts: [returned(reason)] }))).toEqual({ ...NOTHING, ...missing });
  });

  it.each([
    ['nothing was returned', aPart()],
    ['only the row’s words speak of it', aPart({ taskText: '将公开属性界定制度固化为公文办理的必要环节' })],
    ['the 退文 was answered', aPart({ acts: [returned('other')], replies: [saidAt('2026-03-20T09:00:00+08:00')] })],
    ['it was over when the plan was issued', aPart({ acts: [returned('other')], pastAtBirth: true })],
  ])('%s: nothing', (_, part) => {
    expect(proofOf(part)).toBeNull();
  });
});
