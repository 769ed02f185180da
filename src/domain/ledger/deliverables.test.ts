import { describe, expect, it } from 'vitest';
import { aDirectory, CALENDAR } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import type { Rule } from '../plan/rule.ts';
import { deliverableClocks, deliverablesOf } from './deliverables.ts';
import { bornOfEvent, eventGroups, eventTitleOf } from './event-clocks.ts';
import { owingOfEvent } from './event-rows.ts';

const TWO = ['解读方案', '解读材料'];
const THREE = [...TWO, '新闻稿件'];

describe('B8: what a row demands together with the document', () => {
  it.each([
    ['做到政策性文件与解读方案、解读材料的同步组织、同步审签、同步部署。', TWO],
    ['报批时应当将解读方案、解读材料一并报部门负责人审签', TWO],
    ['落实“三同步”工作机制，即政策文件的解读方案、解读材料，应与政策文件同步组织、同步审签、同步部署', TWO],
    ['在提请印发实施时应一并报送政策解读方案、解读材料和新闻稿件,着重解读背景依据', THREE],
    ['解读方案、解读材料和新闻通稿与文件一并上报', THREE],
    // Speaks of them, or of one of them, and demands no bundle.
    ['政策文件报批解读材料不齐全的，审核时予以退文', []],
    ['对重要政策法规，要同步制定解读方案', []],
    ['将经审批的政策解读材料提交数据中心制作图文解读，同步报送市门户网站', []],
    ['起草解读方案和解读材料。新闻稿件一并报送', []],
    ['公开部门预算', []],
    ['', []],
  ])('%s', (text, names) => {
    expect(deliverablesOf(text)).toEqual(names);
  });
});

const within: Rule = {
  kind: 'within',
  event: '批准发出',
  n: 20,
  unit: 'working_day',
  before: false,
  phrase: '批准发出之日起20个工作日内公开',
  place: 'deadline-cell',
};
const standing: Rule = { kind: 'standing', cadence: 'quarter', phrase: '动态推进', place: 'deadline-cell' };
const BUNDLE = '起草部门应一并报送政策解读方案、解读材料和新闻稿件';

function born(text: string, rules: readonly Rule[]) {
  const ruleIds = rules.map((_, index) => `rule-${index + 1}`);
  const [group] = eventGroups({ text, rules, ruleIds });
  if (!group) return [];
  const made = bornOfEvent({
    task: { id: 'task-1', planId: 'plan-1' },
    group,
    eventId: 'event-1',
    title: '某办法',
    time: civil('2026-03-30'),
    owing: [{ officeId: 'office-1', role: 'lead' }],
    calendar: CALENDAR,
    nextId: (kind) => kind,
  });
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

describe('B8: registering the document', () => {
  it('bears one occurrence for each deliverable beside the row’s own clock, each with a key of its own', () => {
    const all = born(BUNDLE, [within]);
    expect(all.map(({ key, dueOn }) => [key, dueOn])).toEqual([
      ['event:event-1', '2026-04-28'],
      ['event:event-1:2', '2026-03-30'],
      ['event:event-1:3', '2026-03-30'],
      ['event:event-1:4', '2026-03-30'],
    ]);
    expect(all.map(({ event, rule }) => eventTitleOf({ event, rule }))).toEqual([
      '某办法',
      '某办法 · 解读方案',
      '某办法 · 解读材料',
      '某办法 · 新闻稿件',
    ]);
  });

  it('最迟不超过 3 个工作日 is the cap of what may come later', () => {
    const dates = born(`${BUNDLE}。解读材料最迟不超过3个工作日发布`, [within]).map(({ dueOn }) => dueOn);
    expect(dates).toEqual(['2026-04-28', '2026-04-02', '2026-04-02', '2026-04-02']);
  });

  it('a row that never ends has an event of its own for its documents', () => {
    expect(eventGroups({ text: BUNDLE, rules: [standing], ruleIds: ['rule-1'] })).toMatchObject([
      { id: 'rule-1', event: '政策文件印发', byHour: false, clocks: [{}, {}, {}] },
    ]);
    expect(born(BUNDLE, [standing]).map(({ dueOn }) => dueOn)).toEqual(['2026-03-30', '2026-03-30', '2026-03-30']);
  });

  it('a row without such words, or without any rule, is as before', () => {
    expect(born('公开批复信息', [within]).map(({ key }) => key)).toEqual(['event:event-1']);
    expect(born('公开批复信息', [standing])).toEqual([]);
    expect(deliverableClocks({ text: BUNDLE, rules: [], ruleIds: [] })).toEqual([]);
  });

  it('谁起草、谁解读: where the event decides whose it is, the drafting office alone owes them', () => {
    const directory = aDirectory({ 法规科: {}, 信息中心: {} });
    const offices = [
      { name: '法规科', role: 'lead' as const, fanOut: null, inferred: false },
      { name: '文件起草处室', role: 'responsible' as const, fanOut: 'event' as const, inferred: false },
    ];
    const owing = owingOfEvent({ offices }, 'office-2', directory);
    const [group] = eventGroups({ text: BUNDLE, rules: [within], ruleIds: ['rule-1'] });
    const made =
      group &&
      bornOfEvent({
        task: { id: 'task-1', planId: 'plan-1' },
        group,
        eventId: 'event-1',
        title: '某办法',
        time: civil('2026-03-30'),
        owing,
        draftedBy: 'office-2',
        calendar: CALENDAR,
        nextId: (kind) => kind,
      });
    const offs = made?.ok ? made.value.map(({ parts }) => parts.map(({ officeId }) => officeId)) : [];
    expect(offs).toEqual([['office-1', 'office-2'], ['office-2'], ['office-2'], ['office-2']]);
  });
});
