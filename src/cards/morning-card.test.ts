import { describe, expect, it } from 'vitest';
import { aMorning, aReply, aRow, myTasks, overdueRow, pastRow, todayRow } from '../../tests/support/card-views.ts';
import { civil } from '../domain/calendar/civil-date.ts';
import type { CardJson } from './card.ts';
import { morningCard } from './morning-card.ts';
import { myTasksCard } from './my-tasks-card.ts';

const NOTHING = { overdue: 0, today: 0, soon: 0, total: 0, past: 0 };
const done = (over = {}) => aRow({ state: 'reported', lastReply: aReply(), ...over });

function textOf(card: CardJson): string {
  return JSON.stringify(card);
}

describe('the header', () => {
  it.each([
    [{ overdue: 1, today: 1, soon: 1, total: 3, past: 0 }, 'red', ['逾期 1', '今天 1', '近三天 1']],
    [{ overdue: 0, today: 2, soon: 1, total: 3, past: 0 }, 'orange', ['今天 2', '近三天 1']],
    [{ overdue: 0, today: 0, soon: 4, total: 4, past: 0 }, 'yellow', ['近三天 4']],
    [NOTHING, 'blue', undefined],
  ])('of %j is %s with only what is not zero', (counts, template, tags) => {
    const card = morningCard(aMorning({ counts }));
    expect(card).toMatchObject({ header: { template, title: { content: '政务公开待办 · 11月27日（周一）' } } });
    expect(tagsOf(card)).toEqual(tags);
  });

  it('is green once everything on the card is reported or signed off', () => {
    const rows = [done(), aRow({ state: 'signed-off' })];
    expect(morningCard(aMorning({ counts: NOTHING, sections: [{ kind: 'closed', rows }] }))).toMatchObject({
      header: { template: 'green' },
    });
  });

  it('is not green while rows are left out', () => {
    const view = aMorning({
      counts: { ...NOTHING, overdue: 1, total: 1 },
      sections: [{ kind: 'closed', rows: [done()] }],
      leftOut: { rows: 1, answered: 0, later: [] },
    });
    expect(morningCard(view)).toMatchObject({ header: { template: 'red' } });
  });

  it('is grey on an old card, which says so before anything else', () => {
    const card = morningCard(aMorning({ supersededOn: civil('2017-11-28') }));
    expect(card).toMatchObject({ header: { template: 'grey' } });
    expect(elementsOf(card)[0]).toMatchObject({
      content: expect.stringContaining('这张卡片已于 11月28日更新，以下是当前状态'),
    });
  });
});

describe('the summary for the chat list', () => {
  it.each([
    [aMorning(), '3 件待办，1 件逾期：公布停止执行的旧版办事指南清单'],
    [
      aMorning({
        counts: { overdue: 0, today: 1, soon: 0, total: 1, past: 0 },
        sections: [{ kind: 'today', rows: [done(), todayRow()] }],
      }),
      '1 件待办，1 件今天到期：请服务对象代表旁听业务例会，并把意见采纳情况登…',
    ],
    [aMorning({ counts: NOTHING, sections: [{ kind: 'closed', rows: [done()] }] }), '11月27日待办：1 件，已报办结'],
    [aMorning({ supersededOn: civil('2017-11-28') }), '已更新，请看 11月28日的卡片'],
  ])('%#', (view, content) => {
    expect(morningCard(view)).toMatchObject({
      config: { summary: { content }, update_multi: true, enable_forward: false },
    });
  });
});

describe('a row', () => {
  const drawn = (row = aRow(), kind: 'overdue' | 'today' | 'soon' = 'soon') =>
    textOf(morningCard(aMorning({ sections: [{ kind, rows: [row] }] })));

  it('says when it is due and how far that is', () => {
    expect(drawn(overdueRow(), 'overdue')).toContain('应于 11月24日（周五）完成，已逾期 1 个工作日');
    expect(drawn(todayRow(), 'today')).toContain('应于 11月27日（周一）完成，今天到期');
    expect(drawn()).toContain('应于 11月30日（周四）完成，还有 3 个工作日');
    expect(drawn(aRow({ workingDays: 0, dueOn: civil('2017-12-02') }))).toContain('今天是到期前最后一个工作日');
    expect(drawn(aRow({ dueOn: null, state: 'undated' }))).toContain('时限：2017年11月底前');
    expect(drawn(aRow({ provisional: true, dueOn: civil('2018-01-19') }))).toContain(
      '放假安排未公布，暂按此日 · 牵头：政策研究处',
    );
  });

  it('says where it stands, who leads, and what was said last', () => {
    const text = drawn(overdueRow(), 'overdue');
    expect(text).toContain('办理中 60 % · 牵头：政策研究处');
    expect(text).toContain('李强 11月22日 16:40');
    expect(text).toContain('填进展：清单初稿已送各处室核对，周内汇总');
    expect(drawn(aRow({ officeName: '数据资源处', leadOffice: '数据资源处' }))).toContain('数据资源处 · 本处室牵头');
  });

  it('has three buttons that carry card, part and version', () => {
    const target = { v: 1, c: 'card-1', p: 'part-1', n: 1 };
    expect(payloadsOf(morningCard(aMorning({ sections: [{ kind: 'soon', rows: [aRow()] }] })))).toEqual([
      { a: 'part.done', ...target },
      { a: 'part.open', ...target, k: 'progress' },
      { a: 'part.open', ...target, k: 'trouble' },
      { a: 'list.mine', v: 1, c: 'card-1' },
    ]);
  });

  it('folds once reported, and can be undone while the reply allows it', () => {
    expect(drawn(done())).toContain('✓ 7　汇编本年度便民服务事项目录并上网');
    expect(drawn(done())).toContain('已报办结 · 张敏 09:12');
    expect(drawn(done())).toContain('{"a":"part.undo","v":1,"c":"card-1","p":"part-1","n":1,"r":"reply-1"}');
    expect(drawn(done())).not.toContain('part.done');
    expect(drawn(done({ lastReply: aReply({ undoable: false }) }))).not.toContain('part.undo');
    expect(drawn(done({ state: 'signed-off' }))).not.toContain('part.undo');
  });

  it('shows its full text behind 看原文 only where it was shortened', () => {
    expect(drawn()).not.toContain('看原文');
    expect(drawn(aRow({ text: '逐件核对'.repeat(30) }))).toContain('看原文');
  });

  it('has its form instead of its buttons while the form is open', () => {
    const values = { percent: '40', note: '等数据', link: '', helpFrom: '后勤中心', date: '' };
    const card = morningCard(
      aMorning({
        sections: [{ kind: 'soon', rows: [aRow({ form: { kind: 'trouble', error: '链接打不开', values } })] }],
      }),
    );
    expect(payloadsOf(card).map((payload) => payload.a)).toEqual(['part.report', 'part.cancel', 'list.mine']);
    expect(elementsOf(card).filter((element) => element.tag === 'form')).toHaveLength(1);
    for (const typed of [
      '"initial_option":"40"',
      '"default_value":"等数据"',
      '"default_value":"后勤中心"',
      '链接打不开',
    ]) {
      expect(textOf(card)).toContain(typed);
    }
  });
});

describe('B14: a row whose date was over when the plan was issued', () => {
  const asking = (over = {}, counts = { ...NOTHING, past: 1 }) =>
    morningCard(aMorning({ counts, sections: [{ kind: 'past', rows: [pastRow(over)] }] }));

  it('asks 是否已完成 under a heading of its own, with two buttons', () => {
    const text = textOf(asking());
    expect(text).toContain('**印发前已到期，请补报**');
    expect(text).toContain('时限 3月31日早于印发日期，是否已完成？');
    expect(text).not.toContain('逾期');
    const target = { v: 1, c: 'card-1', p: 'part-21', n: 1 };
    expect(payloadsOf(asking())).toEqual([
      { a: 'part.open', ...target, k: 'completed' },
      { a: 'part.open', ...target, k: 'postponed' },
      { a: 'list.mine', v: 1, c: 'card-1' },
    ]);
  });

  it('names the year of a date of another year', () => {
    expect(textOf(asking({ dueOn: civil('2016-12-31') }))).toContain('时限 2016年12月31日早于印发日期');
  });

  it.each([
    [{ ...NOTHING, past: 1 }, '请补报 1 件', '请补报 1 件印发前已到期的事项：办结上一轮政务公开检查指出的问题'],
    [
      { ...NOTHING, today: 1, total: 1, past: 2 },
      '共 1 件，另请补报 2 件',
      '1 件待办，1 件今天到期，另请补报 2 件：办结上一轮政务公开检查指出的问题',
    ],
  ])('is counted apart: %j', (counts, line, summary) => {
    expect(textOf(asking({}, counts))).toContain(line);
    expect(asking({}, counts)).toMatchObject({ config: { summary: { content: summary } } });
  });

  it('alarms nobody: the header is blue, and green once it is answered', () => {
    expect(asking()).toMatchObject({ header: { template: 'blue' } });
    const answered = { state: 'reported', lastReply: aReply(), closedOn: civil('2017-03-20') };
    expect(asking(answered, NOTHING)).toMatchObject({ header: { template: 'green' } });
    expect(textOf(asking(answered, NOTHING))).toContain('已报办结 · 3月20日完成 · 张敏 09:12');
  });

  it('has a form with a day to pick, which keeps what was picked', () => {
    const values = { percent: null, note: '', link: '', helpFrom: '', date: '2017-03-20 +0800' };
    const form = (kind: 'completed' | 'postponed', date = values.date) =>
      textOf(asking({ form: { kind, error: null, values: { ...values, date } } }));
    expect(form('completed')).toContain('"initial_date":"2017-03-20"');
    expect(form('completed')).toContain('完成日期（必填）');
    expect(form('completed')).toContain('链接（可不填）');
    expect(form('postponed')).toContain('新时限（必填）');
    expect(form('postponed')).not.toContain('链接');
    expect(form('postponed', '下周')).not.toContain('initial_date');
  });

  it('stands in the list of all tasks under 印发前已到期, with the same buttons', () => {
    const card = myTasksCard(myTasks({ groups: [{ kind: 'past', count: 1, rows: [pastRow()] }], page: null }));
    expect(textOf(card)).toContain('**印发前已到期**');
    expect(textOf(card)).toContain('印发前已到期 1');
    expect(payloadsOf(card).map(({ k }) => k)).toEqual(['completed', 'postponed']);
  });
});

describe('long lists', () => {
  it('at most eight rows are drawn and the rest is counted', () => {
    const rows = Array.from({ length: 11 }, (_, index) => aRow({ partId: `part-${index}` }));
    const text = textOf(
      morningCard(aMorning({ sections: [{ kind: 'soon', rows }], leftOut: { rows: 2, answered: 0, later: [] } })),
    );
    expect(text.match(/part\.done/g)).toHaveLength(8);
    expect(text).toContain('还有 5 项未列出');
  });

  it('what is due later is folded', () => {
    const later = Array.from({ length: 12 }, (_, index) => ({
      no: `${index}`,
      text: '其他事项',
      dueOn: civil('2017-12-29'),
    }));
    const text = textOf(morningCard(aMorning({ leftOut: { rows: 0, answered: 0, later } })));
    expect(text).toContain('之后到期 12 件');
    expect(text).toContain('还有 2 项');
  });
});

describe('我的全部任务', () => {
  it('counts every group and says what is not shown', () => {
    const text = textOf(myTasksCard(myTasks({ page: null })));
    expect(text).toContain('未办结 10 · 已办结 5');
    expect(text).toContain('逾期 1 · 近三天 1 · 之后 6 · 没有时限 2');
    expect(text).toContain('还有 6 项未列出');
  });

  it('turns pages where there are several', () => {
    const turns = payloadsOf(myTasksCard(myTasks({ page: { number: 2, of: 3 } }))).filter(
      (each) => each.a === 'list.mine',
    );
    expect(turns.map((each) => each.g)).toEqual([1, 3]);
  });

  it('says so where there is nothing', () => {
    expect(textOf(myTasksCard(myTasks({ groups: [], page: null })))).toContain('名下暂无任务');
  });
});

function elementsOf(card: CardJson): readonly { tag?: string }[] {
  return (card.body as { elements: { tag?: string }[] }).elements;
}

function tagsOf(card: CardJson): readonly string[] | undefined {
  const { text_tag_list: tags } = card.header as { text_tag_list?: { text: { content: string } }[] };
  return tags?.map((tag) => tag.text.content);
}

function payloadsOf(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'callback' && 'value' in value) return [value.value as Record<string, unknown>];
  return Object.values(value).flatMap(payloadsOf);
}
