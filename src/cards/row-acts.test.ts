import { describe, expect, it } from 'vitest';
import { aMorning, aReply, aRow, overdueRow, todayRow } from '../../tests/support/card-views.ts';
import { aRequest, aSaid, rowActs } from '../../tests/support/desk-views.ts';
import { itIsAsReviewed } from '../../tests/support/golden-cards.ts';
import { civil, instantOf } from '../domain/calendar/civil-date.ts';
import { LONGEST_OFFICE_LIST } from './ask-form-card.ts';
import { cardSize, fitsCard } from './card-size.ts';
import { linkTo } from './link.ts';
import { morningCard } from './morning-card.ts';
import type { RowView, SectionKind } from './morning-view.ts';
import type { AskKind, AskView } from './row-acts-view.ts';

const NOTHING = { note: '', date: '' };
const OFFICES = [
  { id: 'office-1', name: '政策研究处' },
  { id: 'office-5', name: '数据资源处' },
];

function ask(kind: AskKind, over: Partial<AskView> = {}) {
  return rowActs({
    ask: { kind, error: null, values: NOTHING, offices: OFFICES, proof: null, until: civil('2017-12-01'), ...over },
  });
}

const NONE = { overdue: 0, today: 0, soon: 0, total: 0, past: 0 };

function cardOf(...rows: readonly RowView[]) {
  return cardIn('today', rows);
}

function cardIn(kind: SectionKind, rows: readonly RowView[]) {
  const total = kind === 'closed' ? 0 : rows.length;
  const counts = { ...NONE, total, ...(kind === 'overdue' || kind === 'today' ? { [kind]: total } : {}) };
  return morningCard(aMorning({ sections: [{ kind, rows }], counts }));
}

const SIGNED = { personName: '陈主任', at: instantOf('2017-11-24T15:20+08:00'), onOtherDay: civil('2017-11-24') };

const CARDS = {
  'row-more': cardOf(todayRow({ acts: rowActs({ choices: ['seen', 'extension', 'excuse', 'transfer', 'snooze'] }) })),
  'row-requested': cardOf(
    todayRow({ acts: rowActs({ choices: ['withdraw', 'snooze'], request: aRequest() }) }),
    aRow({
      partId: 'b',
      acts: rowActs({ choices: ['withdraw'], request: aRequest({ kind: 'excuse', dueOn: null, onOtherDay: null }) }),
    }),
    aRow({
      partId: 'c',
      no: null,
      text: '公布本月抽查结果',
      acts: rowActs({
        choices: ['withdraw'],
        request: aRequest({ kind: 'transfer', dueOn: null, officeId: 'office-5', officeName: '数据资源处' }),
      }),
    }),
  ),
  'row-told': cardOf(
    todayRow({ acts: rowActs({ said: [aSaid({ kind: 'urge', note: '', reasons: [], personName: '赵局' })] }) }),
    aRow({
      partId: 'b',
      acts: rowActs({
        said: [aSaid({ kind: 'refuse', note: '请按原时限办理', reasons: [], dueOn: civil('2017-12-15') })],
      }),
    }),
    aRow({
      partId: 'c',
      no: null,
      text: '公布本月抽查结果',
      acts: rowActs({
        said: [aSaid({ kind: 'date', note: '某府办〔2017〕5号', reasons: [], dueOn: civil('2017-12-29') })],
      }),
    }),
  ),
  'row-kinds': cardOf(
    todayRow({ event: '某路改造批复', fanOut: { taskId: 'task-1', done: 7, total: 12 } }),
    aRow({ partId: 'b', neverLate: 'target', dueOn: civil('2017-11-24'), workingDays: -1 }),
    aRow({ partId: 'c', no: '9', text: '执行新的信息发布审核办法', neverLate: 'from' }),
    aRow({
      partId: 'd',
      no: '31',
      text: '及时更新机构职能和负责人信息',
      closable: false,
      lastReply: aReply({ state: 'acknowledged' }),
    }),
    aRow({ partId: 'e', no: '10', text: '某路段塌陷信息发布', state: 'stopped' }),
  ),
  'row-returned': cardIn('overdue', [
    overdueRow({
      lastReply: aReply({ undoable: false, onOtherDay: civil('2017-11-23') }),
      acts: rowActs({
        returns: 2,
        said: [
          aSaid({ reasons: ['materials-missing', 'link-broken'] }),
          aSaid({ id: 'act-2', kind: 'instruct', note: '本周内办结', reasons: [], personName: '赵局' }),
        ],
      }),
    }),
  ]),
  'row-extended-snoozed-paused': cardIn('later', [
    todayRow({
      dueOn: civil('2017-12-15'),
      workingDays: 14,
      acts: rowActs({
        extension: { from: civil('2017-11-24'), times: 2, by: SIGNED },
        snoozedUntil: civil('2017-12-01'),
        pausedUntil: civil('2018-01-02'),
      }),
    }),
  ]),
  'row-form-extension': cardOf(todayRow({ acts: ask('extension') })),
  'row-form-extension-error': cardOf(
    todayRow({
      acts: ask('extension', {
        error: '新时限须晚于现时限 11月27日',
        values: { note: '外单位数据月中才到', date: '2017-11-20 +0800' },
      }),
    }),
  ),
  'row-form-excuse': cardOf(todayRow({ acts: ask('excuse') })),
  'row-form-excuse-error': cardOf(todayRow({ acts: ask('excuse', { error: '请写一句理由或意见' }) })),
  'row-form-transfer': cardOf(todayRow({ acts: ask('transfer', { values: { ...NOTHING, office: 'office-5' } }) })),
  'row-form-transfer-error': cardOf(
    todayRow({
      acts: ask('transfer', {
        error: '没有找到这个单位，请从名单中选择',
        values: { note: '职能已划出', date: '', office: '第41处' },
        offices: Array.from({ length: LONGEST_OFFICE_LIST + 1 }, (_, index) => ({
          id: `o-${index}`,
          name: `${index}处`,
        })),
      }),
    }),
  ),
  'row-form-proof': cardIn('overdue', [
    overdueRow({
      acts: {
        ...ask('proof', { proof: { attribute: false, grounds: true, link: false, materials: true } }),
        returns: 1,
        said: [aSaid({ reasons: ['no-grounds', 'materials-missing'] })],
      },
    }),
  ]),
  'row-form-proof-error': cardOf(
    todayRow({
      acts: ask('proof', {
        error: '请填写公开页面的网址',
        values: { ...NOTHING, attribute: '依申请公开', note: '已重新挂网' },
        proof: { attribute: true, grounds: false, link: true, materials: false },
      }),
    }),
  ),
  'row-form-snooze': cardOf(todayRow({ acts: ask('snooze') })),
  'row-form-snooze-error': cardOf(
    todayRow({
      acts: ask('snooze', { error: '日期请在 12月1日以内', values: { note: '', date: '2017-12-08 +0800' } }),
    }),
  ),
  'row-closed-by-others': cardIn('closed', [
    aRow({
      partId: 'a',
      state: 'signed-off',
      lastReply: aReply(),
      acts: rowActs({ closedBy: { ...SIGNED, handedOver: false } }),
    }),
    aRow({ partId: 'b', state: 'excused', acts: rowActs({ closedBy: { ...SIGNED, handedOver: true } }) }),
    aRow({ partId: 'c', state: 'excused', acts: rowActs({ closedBy: { ...SIGNED, handedOver: false } }) }),
  ]),
};

describe('golden rows', () => {
  itIsAsReviewed(CARDS);
});

describe('a card full of rows with ⋯', () => {
  const choices = ['seen', 'extension', 'excuse', 'transfer', 'snooze'] as const;
  const full = (over: Partial<RowView> = {}) =>
    Array.from({ length: 8 }, (_, index) =>
      overdueRow({ partId: `part-${index}`, acts: rowActs({ choices }), ...over }),
    );

  it('shows all eight', () => {
    const card = cardOf(...full());
    expect(JSON.stringify(card).match(/"a":"part\.more"/g)).toHaveLength(8);
    expect(cardSize(card).elements).toBeLessThanOrEqual(200);
  });

  it('keeps the row with the open form, however many offices there are to choose from', () => {
    const offices = Array.from({ length: LONGEST_OFFICE_LIST }, (_, index) => ({
      id: `o-${index}`,
      name: `第${index}处`,
    }));
    const rows = full().map((row, index) => (index === 7 ? { ...row, acts: ask('transfer', { offices }) } : row));
    const card = cardOf(...rows);
    expect(fitsCard(card)).toBe(true);
    expect(JSON.stringify(card)).toContain('"k":"transfer"');
  });

  it('asks for the name where there are too many to choose from', () => {
    const offices = Array.from({ length: 400 }, (_, index) => ({ id: `o-${index}`, name: `第${index}处` }));
    const card = cardOf(todayRow({ acts: ask('transfer', { offices, values: { ...NOTHING, office: '第7处' } }) }));
    expect(JSON.stringify(card)).toContain('"default_value":"第7处"');
    expect(JSON.stringify(card)).not.toContain('select_static');
  });

  it('a 退文 says what is missing even where nothing else fits', () => {
    const long = '很长的任务原文'.repeat(2000);
    const said = [aSaid({ note: '请补公开目录页的网址' })];
    const card = cardOf(...full({ text: long, acts: rowActs({ choices, said, returns: 1, request: aRequest() }) }));
    expect(fitsCard(card)).toBe(true);
    expect(JSON.stringify(card)).toContain('请补公开目录页的网址');
  });
});

describe('a link that a person handed in', () => {
  it.each([
    ['https://www.example.cn/a?b=1&c=2', '[www&#46;example&#46;cn/a?b=1&#38;c=2](https://www.example.cn/a?b=1&c=2)'],
    [
      'https://e.cn/a) [x](http://evil.cn',
      '[e&#46;cn/a) &#91;x&#93;(http&#58;//evil&#46;cn](https://e.cn/a%29%20%5Bx%5D%28http://evil.cn)',
    ],
    ["https://e.cn/'<b>*", "[e&#46;cn/'&#60;b&#62;&#42;](https://e.cn/%27%3Cb%3E%2A)"],
    ['https://e.cn/中\ud800文', '[e&#46;cn/中文](https://e.cn/%E4%B8%AD%E6%96%87)'],
  ])('%j leads where it says, and is nothing else', (address, expected) => {
    expect(linkTo(address)).toBe(expected);
  });
});
