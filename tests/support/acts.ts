import { civil, instantOf } from '../../src/domain/calendar/civil-date.ts';
import { type ActDraft, decideAct } from '../../src/domain/ledger/decide-act.ts';
import type { Part } from '../../src/domain/ledger/part.ts';
import type { PartAct, PartActKind, PartRequest } from '../../src/domain/ledger/part-act.ts';
import { CALENDAR } from './parts.ts';

/** Thursday, 2026-03-19; the part is due on Friday, 2026-03-27. */
export const AT = instantOf('2026-03-19T10:00:00+08:00');
export const TODAY = civil('2026-03-19');

export const REQUEST: PartRequest = {
  kind: 'extension',
  at: instantOf('2026-03-18T10:00:00+08:00'),
  personName: '张敏',
  reason: '等上级口径',
  dueOn: civil('2026-04-30'),
  officeId: null,
  officeName: null,
};

export const OFFICE = { id: 'office-2', name: '信息中心' };

/** What makes each act complete, so that only the state can refuse it. */
export const COMPLETE: Readonly<Record<PartActKind, Partial<ActDraft>>> = {
  'ask-extension': { note: '等上级口径', dueOn: civil('2026-04-30') },
  'ask-excuse': { note: '与本单位无关' },
  'ask-transfer': { note: '由中心维护', office: OFFICE },
  withdraw: {},
  snooze: { dueOn: civil('2026-03-24') },
  grant: {},
  refuse: { note: '须按期' },
  pass: {},
  return: { reasons: ['link-broken'] },
  reopen: { note: '审核有误' },
  urge: {},
  instruct: { note: '请抓紧' },
  pause: { note: '机构改革', dueOn: civil('2026-06-30') },
  resume: {},
  date: { dueOn: civil('2026-06-30') },
  restart: {},
  stop: {},
};

/** Decides about a part of version 3, complete unless another draft is given. */
export function decide(
  part: Part,
  kind: PartActKind,
  draft: Partial<ActDraft> = COMPLETE[kind],
  version: number | null = 3,
) {
  return decideAct(part, { kind, note: '', ...draft }, { version, at: AT, calendar: CALENDAR });
}

export function anAct(kind: PartActKind, on: string): PartAct {
  return {
    id: `act-${kind}-${on}`,
    at: instantOf(`${on}T09:00:00+08:00`),
    personId: 'person-1',
    personName: '孙静',
    kind,
    note: '',
    reasons: [],
    dueOn: null,
    beforeOn: null,
    officeId: null,
  };
}
