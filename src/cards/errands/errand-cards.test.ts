import { describe, expect, it } from 'vitest';
import { aMorning, aReply, aRow, overdueRow, todayRow } from '../../../tests/support/card-views.ts';
import {
  aBeat,
  aConfirmedBeat,
  aLate,
  anAct,
  anAwaited,
  aReturned,
  aStill,
  beats,
} from '../../../tests/support/errand-views.ts';
import { itIsAsReviewed } from '../../../tests/support/golden-cards.ts';
import { civil } from '../../domain/calendar/civil-date.ts';
import { findCardFault } from '../../emulator/card-json/card-rules.ts';
import type { CardJson } from '../card.ts';
import { cardSize } from '../card-size.ts';
import { morningCard } from '../morning-card.ts';
import type { MorningCardView } from '../morning-view.ts';
import { NO_ERRANDS } from './errands-view.ts';

const NOTHING = { overdue: 0, today: 0, soon: 0, total: 0, past: 0 };
const LONG = '梳理本单位近三年印发的办事规定，逐件核对是否仍然有效，对停止执行的在原页面加注说明；'.repeat(9);
const nine = Array.from({ length: 9 }, (_, index) => aBeat({ partId: `beat-${index + 1}`, no: `${31 + index}` }));

const only = (over: Partial<MorningCardView>): MorningCardView =>
  aMorning({ counts: NOTHING, sections: [], officeNames: [], hasList: false, ...over });
const heartbeatsOnly = (over = {}) =>
  only({ officeNames: ['法规科'], hasList: true, beats: beats({ waiting: nine, ...over }) });

const CARDS: Readonly<Record<string, CardJson>> = {
  'morning-heartbeats': morningCard(heartbeatsOnly()),
  'morning-heartbeats-year-end': morningCard(
    heartbeatsOnly({
      waiting: [
        aBeat({ closing: true, period: '2017-12', confirmedOn: null }),
        aBeat({ partId: 'beat-2', closing: true, period: '2017', confirmedOn: civil('2016-12-20') }),
      ],
    }),
  ),
  'morning-heartbeats-error': morningCard(
    heartbeatsOnly({
      waiting: nine.slice(0, 2),
      confirmed: [
        aConfirmedBeat(),
        aConfirmedBeat({ partId: 'beat-10', no: null, reply: aReply({ state: 'updated' }) }),
      ],
      problem: {
        error: '选了“需协调”，请在说明里写明需要谁协调、协调什么',
        choices: { 'beat-1': 'trouble-3', 'beat-2': 'unchanged-3' },
        link: 'www.example.cn/1',
        note: '',
      },
    }),
  ),
  'morning-leader': morningCard(
    only({
      errands: {
        desk: { reported: 0, requests: 2, submissions: 0 },
        escalated: [
          aLate(),
          aLate({
            partId: 'late-2',
            no: null,
            text: '更新便民服务事项目录',
            officeName: '信息中心',
            answer: null,
            reminded: null,
            mayUrge: false,
            said: [anAct()],
          }),
          aLate({ partId: 'late-3', state: 'reported', settled: true }),
        ],
        returned: [],
        stagnant: [],
        awaited: [],
      },
    }),
  ),
  'morning-leader-form': morningCard(
    only({
      errands: { ...NO_ERRANDS, escalated: [aLate({ form: { error: '请写一句理由或意见', note: '' } })] },
    }),
  ),
  'morning-awaited': morningCard(
    only({
      officeNames: [],
      hasList: true,
      errands: {
        ...NO_ERRANDS,
        awaited: [
          anAwaited({ form: { error: null, note: '', date: '2017-12-15 +0800' } }),
          anAwaited({
            partId: 'awaited-2',
            no: '20',
            text: '开展备案登记',
            issuer: null,
            document: '《广东省网络借贷信息中介机构备案管理办法》',
          }),
          anAwaited({ partId: 'awaited-3', no: '21', settled: true, dueOn: civil('2017-12-29') }),
        ],
      },
    }),
  ),
  'morning-everything': morningCard(
    aMorning({
      beats: beats({ waiting: nine.slice(0, 3), confirmed: [aConfirmedBeat()] }),
      errands: {
        desk: { reported: 12, requests: 3, submissions: 0 },
        escalated: [aLate()],
        returned: [aReturned()],
        stagnant: [aStill(), aStill({ partId: 'still-2', stale: true, since: null })],
        awaited: [anAwaited()],
      },
    }),
  ),
};

const textOf = (card: CardJson) => JSON.stringify(card);
const formsOn = (card: CardJson) => textOf(card).match(/"tag":"form"/g)?.length ?? 0;

describe('golden cards', () => {
  itIsAsReviewed(CARDS);
});

describe('heartbeats on a card', () => {
  it('B4: the only thing on it say so in the title and the summary, and alarm nobody', () => {
    expect(CARDS['morning-heartbeats']).toMatchObject({
      config: { summary: { content: '动态事项确认 9 件' } },
      header: { template: 'blue', title: { content: '动态事项确认 · 11月27日（周一）' } },
    });
    expect(textOf(morningCard(heartbeatsOnly()))).not.toContain('逾期');
  });

  it('are one form, eight at a time, nothing preselected', () => {
    const text = textOf(morningCard(heartbeatsOnly()));
    expect(text.match(/select_static/g)).toHaveLength(8);
    expect(text).toContain('还有 1 项，提交后接着列出');
    expect(text).not.toContain('initial_option');
    expect(formsOn(morningCard(heartbeatsOnly()))).toBe(1);
  });

  it.each([
    ['2017-11', '11月动态事项确认 · 1 件'],
    ['2017-Q4', '第四季度动态事项确认 · 1 件'],
    ['2017', '全年动态事项确认 · 1 件'],
  ])('name their period %s', (period, words) => {
    expect(textOf(morningCard(heartbeatsOnly({ waiting: [aBeat({ period })] })))).toContain(words);
  });

  it('say in the year’s last period that the answer closes the duty', () => {
    const closing = heartbeatsOnly({ waiting: [aBeat({ closing: true })] });
    expect(textOf(morningCard(closing))).toContain('本期为年终确认，确认后本年度办结');
    expect(textOf(morningCard(heartbeatsOnly()))).not.toContain('年终');
  });

  it.each([
    [
      'a row’s',
      aMorning({ sections: [{ kind: 'today', rows: [withForm()] }], beats: beats({ waiting: nine, folded: true }) }),
    ],
    [
      'an errand’s',
      only({
        beats: beats({ waiting: nine, folded: true }),
        errands: { ...NO_ERRANDS, escalated: [aLate({ form: { error: null, note: '' } })] },
      }),
    ],
  ])('fold into one line while %s form is open: a card has one', (_, view) => {
    const card = morningCard(view);
    expect(formsOn(card)).toBe(1);
    expect(textOf(card)).toContain('另有 9 件动态事项待确认');
    expect(textOf(card)).not.toContain('select_static","name":"beat:');
  });

  it('that are confirmed can be taken back on the card', () => {
    const text = textOf(morningCard(heartbeatsOnly({ waiting: [], confirmed: [aConfirmedBeat()] })));
    expect(text).toContain('✓ 39　动态更新办事指南 无变化 · 张敏 09:12');
    expect(text).toContain('"a":"part.undo"');
    expect(morningCard(heartbeatsOnly({ waiting: [], confirmed: [aConfirmedBeat()] }))).toMatchObject({
      header: { template: 'green' },
    });
  });
});

describe('a leader’s card', () => {
  it('C3, C56: says what is late, where it is stuck since when, what was said and who was told', () => {
    const text = textOf(morningCard(only({ errands: { ...NO_ERRANDS, escalated: [aLate()] } })));
    for (const words of [
      '逾期须知 · 1 件',
      '应于 11月24日（周五）完成，已逾期 3 个工作日',
      '卡在 法规科，自 11月24日 · 11月27日已提醒张敏',
      '张敏 11月20日 填进展：等财务数据',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('我的全部任务');
  });

  it('C3: of thirty late rows shows eight with buttons and lists the rest', () => {
    const escalated = Array.from({ length: 30 }, (_, index) => aLate({ partId: `late-${index}` }));
    const text = textOf(morningCard(only({ errands: { ...NO_ERRANDS, escalated } })));
    expect(text.match(/leader\.write/g)).toHaveLength(8);
    expect(text).toContain('逾期须知 · 30 件');
    expect(text).toContain('其余 22 件');
    expect(text.match(/公布停止执行的旧版办事指南清单 · 法规科/g)).toHaveLength(22);
  });

  it('is green once nothing on it waits any more', () => {
    const escalated = [aLate({ settled: true, state: 'reported' })];
    expect(morningCard(only({ errands: { ...NO_ERRANDS, escalated } }))).toMatchObject({
      header: { template: 'green' },
    });
  });
});

describe('everything at its longest', () => {
  it('stays within the platform’s limits, with one form, and says what is left out', () => {
    const rows = Array.from({ length: 8 }, (_, index) =>
      overdueRow({
        partId: `part-${index}`,
        text: LONG,
        officeName: LONG,
        lastReply: aReply({ note: LONG, state: 'progress' }),
      }),
    );
    const waiting = Array.from({ length: 30 }, (_, index) =>
      aBeat({ partId: `beat-${index}`, text: LONG, officeName: LONG }),
    );
    const late = Array.from({ length: 40 }, (_, index) =>
      aLate({ partId: `late-${index}`, text: LONG, officeName: LONG, said: [anAct({ note: LONG })] }),
    );
    const still = Array.from({ length: 20 }, (_, index) => aStill({ partId: `still-${index}`, text: LONG }));
    const awaited = Array.from({ length: 20 }, (_, index) => anAwaited({ partId: `awaited-${index}`, text: LONG }));
    const desk = { reported: 99, requests: 9, submissions: 9 };
    const card = morningCard(
      aMorning({
        sections: [{ kind: 'overdue', rows }],
        beats: beats({ waiting, confirmed: waiting.map(() => aConfirmedBeat({ text: LONG })) }),
        errands: { desk, escalated: late, returned: [], stagnant: still, awaited },
      }),
    );
    const size = cardSize(card);
    expect(size.bytes).toBeLessThanOrEqual(30_000);
    expect(size.elements).toBeLessThanOrEqual(200);
    expect(findCardFault(card, () => true)).toBeNull();
    expect(formsOn(card)).toBe(1);
    expect(textOf(card)).toMatch(/还有 \d+ 项，提交后接着列出/);
    expect(textOf(card)).toContain('其余 ');
    expect(textOf(card)).toContain('我的全部任务');
  });
});

function withForm() {
  const values = { percent: null, note: '', link: '', helpFrom: '', date: '' };
  return todayRow({ ...aRow(), form: { kind: 'progress', error: null, values } });
}

describe('B7: the third 退文', () => {
  it('says how often, and why the last time', () => {
    const text = textOf(morningCard(only({ errands: { ...NO_ERRANDS, returned: [aReturned()] } })));
    expect(text).toContain('多次退文 · 1 件');
    expect(text).toContain('法规科 · 已第 3 次退文');
    expect(text).toContain('退文（佐证链接打不开）：网址打不开');
  });

  it('stands with the late row where it is late as well', () => {
    const late = aLate({ returnedTimes: 4 });
    expect(textOf(morningCard(only({ errands: { ...NO_ERRANDS, escalated: [late] } })))).toContain('已第 4 次退文');
  });

  it('folds once the office has answered', () => {
    const settled = aReturned({ settled: true, state: 'reported' });
    const card = morningCard(only({ errands: { ...NO_ERRANDS, returned: [settled] } }));
    expect(textOf(card)).not.toContain('已第 3 次退文');
    expect(card).toMatchObject({ header: { template: 'green' } });
  });
});

describe('C19: a date that is never late', () => {
  const drawn = (over: Parameters<typeof aRow>[0]) =>
    textOf(
      morningCard(aMorning({ sections: [{ kind: 'today', rows: [aRow({ dueOn: civil('2017-07-01'), ...over })] }] })),
    );

  it('says from when something holds', () => {
    expect(drawn({ neverLate: 'from', workingDays: -3 })).toContain('自 7月1日起执行');
  });

  it('says that a target is over, and not that it is late', () => {
    expect(drawn({ neverLate: 'target', workingDays: -3 })).toContain('力争 7月1日（周六）完成，目标日期已过');
    expect(drawn({ neverLate: 'target', workingDays: 2 })).toContain('应于 7月1日');
  });
});
