import { describe, expect, it } from 'vitest';
import type { DraftTask } from '../src/domain/plan/import-report.ts';
import type { Rule } from '../src/domain/plan/rule.ts';
import { planDocument, reportOf } from './support/read-plan-file.ts';

/** `no · last heading · first words · own offices · rules`. */
function line(task: DraftTask): string {
  const offices = task.offices
    .filter((office) => office.role !== 'upstream')
    .map(({ name, role }) => `${name}=${role}`);
  return [
    task.no ?? '-',
    task.area.at(-1)?.slice(0, 8),
    task.text.slice(0, 6),
    offices.join(' '),
    task.rules.map(short).join(' '),
  ].join(' · ');
}

function short(rule: Rule): string {
  switch (rule.kind) {
    case 'by':
    case 'from':
      return `${rule.kind}:${rule.on}`;
    case 'within':
      return `${rule.before ? 'before' : 'within'}:${rule.event}+${rule.n}${rule.unit}`;
    case 'every':
      return `every:${rule.period}`;
    case 'quota':
      return `quota:${rule.count}/${rule.per}:${rule.of}`;
    case 'rate':
      return `rate:${rule.min}`;
    case 'awaiting':
      return `awaiting:${rule.issuer ?? ''}`;
    case 'standing':
      return 'standing';
  }
}

describe('a Word table flattened with tabs', () => {
  it('is read row by row', async () => {
    const { plan, tasks } = reportOf(await planDocument('yunzhou-water-tabs.txt'));
    expect(plan).toEqual({
      title: '云州市水务局贯彻落实市政府办公厅2026年政务公开工作要点分工方案',
      year: 2026,
      issuedOn: null,
      issuer: '云州市水务局',
    });
    expect(tasks.map(line)).toEqual([
      '1 · 一、深化规划与计 · 编制水资源配 · 规划科=responsible · by:2026-10-31',
      '2 · 一、深化规划与计 · 公布本年度水 · 建设科=responsible · by:2026-06-30',
      '1 · 二、推进供水服务 · 公布水质检测 · 供水科=responsible · every:month',
      '2 · 二、推进供水服务 · 公布停水、抢 · 供水科=responsible 调度中心=responsible · standing',
      '3(1)-(2) · 二、推进供水服务 · （1）完善用 · 客服中心=responsible · by:2026-09-30',
      '3(3) · 二、推进供水服务 · 对涉及多户的 · 宣传科=responsible · standing within:办结+5working_day',
      '- · 三、规范许可与执 · 公布取水许可 · 审批科=responsible · standing',
      '1 · 四、做好会议和文 · 审议重大事项 · 办公室=responsible · awaiting:市府',
      '2 · 四、做好会议和文 · 清理失效文件 · 法规科=responsible · by:2026-11-30',
      '1 · 五、健全解读回应 · 做好政策解读 · 宣传科=responsible · standing quota:2/quarter:在线访谈',
      '2 · 五、健全解读回应 · 办理群众来信 · 各相关科室=responsible · awaiting:',
      '3 · 五、健全解读回应 · 监测涉水舆情 · 宣传科=responsible · standing',
      '1 · 六、加强保障 · 主要负责人听 · 办公室=responsible · by:2026-06-30',
      '2 · 六、加强保障 · 组织业务培训 · 人事科=responsible · by:2026-09-30',
      '3 · 六、加强保障 · 公布年度工作 · 办公室=responsible · by:2027-01-31',
    ]);
  });

  it('keeps the leads above the bureau apart', async () => {
    const { tasks } = reportOf(await planDocument('yunzhou-water-tabs.txt'));
    expect(tasks[6]?.offices.map(({ name, role }) => [name, role])).toEqual([
      ['市政务办', 'upstream'],
      ['各部门', 'upstream'],
      ['审批科', 'responsible'],
    ]);
  });

  it('asks one question for each thing to decide', async () => {
    const { issues } = reportOf(await planDocument('yunzhou-water-tabs.txt'));
    expect(issues.map(({ kind, task, phrases }) => [kind, task, phrases.map(({ text }) => text).join()])).toEqual([
      ['awaiting-date', '1', '按市府规定时间'],
      ['undetermined-offices', '2', '各相关科室'],
      ['awaiting-date', '2', '按规定时间'],
    ]);
  });
});

describe('prose with an annex of one cell a paragraph', () => {
  it('gives the rows of the annex', async () => {
    const { plan, tasks } = reportOf(await planDocument('linjiang-forestry-paragraphs.txt'));
    expect(plan).toEqual({
      title: '临江市林业局2026年政务公开工作方案',
      year: 2026,
      issuedOn: '2026-05-12',
      issuer: '临江市林业局',
    });
    expect(tasks.map(line)).toEqual([
      '1 · 深化决策公开 · 公布决策目录 · 办公室=lead 法规科=responsible · by:2026-04-30',
      '2 · 深化决策公开 · 征求公众意见 · 各科室(单位)=responsible · standing',
      '3(1) · 3.充实主动公开 · 公布机构设置 · 人事科=responsible · standing',
      '3(2) · 3.充实主动公开 · 公布财政预决 · 财务科=responsible · awaiting:市财政局',
      '3(3) · 3.充实主动公开 · 公布林地审批 · 审批科=responsible 资源科=responsible · within:批准+10working_day',
      '- · 3.充实主动公开 · 公布采伐限额 · 资源科=responsible · by:2026-12-31 rate:60',
      '1 · 强化政策解读 · 同步解读政策 · 法规科=lead 文件起草科室(单位)=responsible · within:印发+10working_day',
      '2 · 强化政策解读 · 制作图文解读 · 法规科=lead 信息中心=support · standing quota:4/year:图文解读',
      '1 · 回应社会关切 · 监测舆情。遇 · 办公室=lead 信息中心=responsible 舆情事项相关科室(单位)=responsible · standing within:森林火灾+3hour',
      '2(1) · 2.办理群众诉求 · 热线工单 · 办公室=lead 各科室(单位)=responsible · within:咨询类事项收到工单+2working_day within:投诉、举报类事项收到工单+15working_day',
      '2(2) · 2.办理群众诉求 · 网站信箱 · 信息中心=responsible · within:受理+5working_day',
      '1 · 加强平台建设 · 改版门户网站 · 信息中心=responsible · by:2026-06-30 standing',
      '2 · 加强平台建设 · 办好新媒体。 · 信息中心=responsible · ',
      '1 · 健全保障机制 · 组织培训。 · 办公室=lead 人事科=support · by:2026-09-30',
      '2 · 健全保障机制 · 开展考核。按 · 办公室=responsible 人事科=responsible · by:2026-12-31 every:quarter rate:5',
    ]);
  });

  it('sets the prose against the annex, the stricter reading first', async () => {
    const { issues } = reportOf(await planDocument('linjiang-forestry-paragraphs.txt'));
    expect(issues.map(({ kind, task }) => [kind, task])).toEqual([
      ['mangled-date', null],
      ['mangled-number', null],
      ['conflict', '1'],
      ['unassigned-rule', null],
      ['unassigned-rule', null],
      ['past-at-birth', '1'],
      ['awaiting-date', '3(2)'],
      ['roleless-owner', '2(2)'],
      ['unknown-deadline', '2'],
      ['outside-rows', null],
    ]);
    expect(issues[2]).toMatchObject({
      phrases: [{ text: '印发后最迟不超过5个工作日公开', place: '第 22 行' }, { text: '印发之日起10个工作日内公开' }],
      suggestion: '从严，按“印发后最迟不超过5个工作日公开”',
    });
  });
});
