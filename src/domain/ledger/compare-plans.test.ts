import { describe, expect, it } from 'vitest';
import { civil } from '../calendar/civil-date.ts';
import type { Rule } from '../plan/rule.ts';
import { comparePlans, type Row } from './compare-plans.ts';

const due = (on: string, phrase = on): Rule => ({
  kind: 'by',
  on: civil(on),
  soft: false,
  phrase,
  place: 'deadline-cell',
});
const lead = (name: string) => ({ name, role: 'lead' as const, fanOut: null, inferred: false });

function row(no: string | null, text: string, more: Partial<Row> = {}): Row {
  return {
    no,
    area: ['一、夯实基础'],
    text,
    offices: [lead('法规科')],
    people: [],
    rules: [due('2026-06-30')],
    ...more,
  };
}

const PLAN = [
  row('1', '修订政府信息公开指南，明确申请渠道。'),
  row('2', '每季度发布一次政策解读，回应群众关切。'),
  row('3', '开展基层政务公开专区建设，年底前覆盖全部街道。'),
];

describe('a new version of a plan', () => {
  it('that is the same changes nothing, whatever spaces, brackets and inferred marks it prints', () => {
    const again = PLAN.map((each) => ({
      ...each,
      text: each.text.replace('，', ' ， '),
      offices: each.offices.map((office) => ({ ...office, inferred: true })),
      rules: [due('2026-06-30', '六月底以前')],
    }));
    expect(comparePlans(PLAN, again).map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  it('shows what was added, changed and removed, in the order of the new document', () => {
    const [first, second, third] = PLAN as [Row, Row, Row];
    const changed = { ...second, rules: [due('2026-09-30')], offices: [lead('办公室')] };
    expect(
      comparePlans(PLAN, [row('1', '新增一项检查依申请公开办理质量的工作'), changed, { ...third, no: '2' }]),
    ).toEqual([
      { kind: 'added', after: 0 },
      { kind: 'removed', before: 0 },
      { kind: 'changed', before: 1, after: 1, fields: ['offices', 'rules'] },
      { kind: 'changed', before: 2, after: 2, fields: ['no'] },
    ]);
    expect(first.no).toBe('1');
  });

  it('knows a row again that was reworded in its place, and one that moved to another heading', () => {
    const reworded = row('1', '修订完善政府信息公开指南，明确申请的渠道和时限要求。');
    const moved = { ...(PLAN[2] as Row), area: ['三、加强保障'], no: '9' };
    expect(comparePlans(PLAN, [reworded, moved])).toEqual([
      { kind: 'changed', before: 0, after: 0, fields: ['text'] },
      { kind: 'removed', before: 1 },
      { kind: 'changed', before: 2, after: 1, fields: ['no', 'area'] },
    ]);
  });

  it('does not take a row of the same number with other words for the old one', () => {
    expect(comparePlans(PLAN.slice(0, 1), [row('1', '组织新闻发布会两场')]).map(({ kind }) => kind)).toEqual([
      'added',
      'removed',
    ]);
  });

  it('pairs rows with the same words one to one, in their order', () => {
    const twice = [row('1', '做好统筹协调'), row('2', '做好统筹协调')];
    expect(comparePlans(twice, twice.slice(0, 1))).toEqual([
      { kind: 'unchanged', before: 0, after: 0 },
      { kind: 'removed', before: 1 },
    ]);
  });

  it('of thousands of rows is compared within a moment', () => {
    const many = Array.from({ length: 4000 }, (_, at) =>
      row(
        String(at),
        `第${at}项：${String.fromCodePoint(0x4e00 + at, 0x5200 + ((at * 7) % 4000), 0x6000 + ((at * 13) % 4000))}工作按要求推进并公开结果`,
      ),
    );
    expect(comparePlans(many, many.toReversed()).filter(({ kind }) => kind === 'unchanged')).toHaveLength(4000);
  });
});
