import { describe, expect, it } from 'vitest';
import { aPart, saidAt } from '../../../tests/support/parts.ts';
import { civil, instantOf } from '../calendar/civil-date.ts';
import type { PartAct, PartActKind, PartRequest } from './part-act.ts';
import { choicesOf, closingAct, extensionOf, returnsOf, unansweredActs, wasHandedOver } from './part-story.ts';

const TODAY = civil('2026-03-19');
const REQUEST: PartRequest = {
  kind: 'excuse',
  at: instantOf('2026-03-18T10:00:00+08:00'),
  personName: '张敏',
  reason: '无关',
  dueOn: null,
  officeId: null,
  officeName: null,
};

function act(kind: PartActKind, day: number, over: Partial<PartAct> = {}): PartAct {
  const at = instantOf(`2026-03-${String(day).padStart(2, '0')}T09:00:00+08:00`);
  return {
    id: `${kind}-${day}`,
    at,
    personId: 'p',
    personName: '孙静',
    kind,
    note: '',
    reasons: [],
    dueOn: null,
    beforeOn: null,
    officeId: null,
    ...over,
  };
}

describe('what an office may do behind ⋯', () => {
  it.each([
    ['nothing answered yet', {}, ['seen', 'extension', 'excuse', 'transfer', 'snooze']],
    ['answered', { replies: [saidAt('2026-03-18T09:00:00+08:00')] }, ['extension', 'excuse', 'transfer', 'snooze']],
    [
      'an answer taken back counts for nothing',
      { replies: [saidAt('2026-03-18T09:00:00+08:00', { undoneAt: instantOf('2026-03-18T09:01:00+08:00') })] },
      ['seen', 'extension', 'excuse', 'transfer', 'snooze'],
    ],
    ['due today', { dueOn: '2026-03-19' }, ['seen', 'extension', 'excuse', 'transfer']],
    ['late', { dueOn: '2026-03-18' }, ['seen', 'extension', 'excuse', 'transfer']],
    ['no date', { dueOn: null, state: 'undated' }, ['seen', 'excuse', 'transfer']],
    ['over when the plan was issued', { pastAtBirth: true }, ['excuse', 'transfer']],
    ['an hour clock', { dueAt: instantOf('2026-03-27T09:00:00+08:00') }, ['seen', 'excuse', 'transfer']],
    ['a request is open', { request: REQUEST }, ['seen', 'withdraw', 'snooze']],
    ['reported', { state: 'reported' }, []],
    ['signed off', { state: 'signed-off' }, []],
    ['excused', { state: 'excused' }, []],
  ] as const)('%s', (_, over, expected) => {
    expect(choicesOf(aPart(over), TODAY)).toEqual(expected);
  });
});

describe('what nobody has answered since', () => {
  const kinds = (acts: readonly PartAct[], answeredOn?: string) =>
    unansweredActs({ acts, replies: answeredOn ? [saidAt(answeredOn)] : [] }).map(({ id }) => id);

  it('is the newest 退文, the newest 批示 and the newest of all else: a 催办 hides no 批示', () => {
    const said = [
      act('urge', 1),
      act('return', 2),
      act('instruct', 3),
      act('return', 4),
      act('instruct', 5),
      act('urge', 6),
    ];
    expect(kinds(said)).toEqual(['return-4', 'instruct-5', 'urge-6']);
  });

  it('is what each leader instructed', () => {
    const said = [act('instruct', 1), act('instruct', 2, { personId: 'person-2' }), act('urge', 3)];
    expect(kinds(said)).toEqual(['instruct-1', 'instruct-2', 'urge-3']);
  });

  it('an answer settles what came before it', () => {
    expect(kinds([act('return', 2), act('urge', 5)], '2026-03-03T09:00:00+08:00')).toEqual(['urge-5']);
  });

  it('a later request leaves nothing of a refusal, and nothing hides a 退文', () => {
    expect(kinds([act('return', 1), act('refuse', 2), act('ask-extension', 3), act('grant', 4)])).toEqual(['return-1']);
  });
});

describe('returns and extensions', () => {
  it('are counted, and the first date stays known', () => {
    const acts = [
      act('return', 1),
      act('grant', 2, { beforeOn: civil('2026-03-27'), dueOn: civil('2026-04-10') }),
      act('refuse', 3, { beforeOn: civil('2026-04-10'), dueOn: civil('2026-05-10') }),
      act('grant', 4, { beforeOn: civil('2026-04-10'), dueOn: civil('2026-04-30') }),
      act('return', 5),
    ];
    expect(returnsOf({ acts })).toBe(2);
    expect(extensionOf({ acts })).toMatchObject({ from: '2026-03-27', times: 2, last: { id: 'grant-4' } });
  });

  it('a granted 不涉及 is no extension', () => {
    expect(extensionOf({ acts: [act('grant', 2, { beforeOn: civil('2026-03-27') })] })).toBeUndefined();
  });
});

describe('who closed it', () => {
  it.each([
    ['signed-off', 'pass-2'],
    ['excused', 'grant-1'],
    ['reported', undefined],
    ['open', undefined],
  ] as const)('of a part that is %s: %s', (state, id) => {
    expect(closingAct({ state, acts: [act('grant', 1), act('pass', 2)] })?.id).toBe(id);
  });

  it.each([
    ['ask-transfer', true],
    ['ask-excuse', false],
  ] as const)('after %s, handed over is %s', (kind, expected) => {
    expect(wasHandedOver({ state: 'excused', acts: [act(kind, 1), act('grant', 2)] })).toBe(expected);
  });
});
