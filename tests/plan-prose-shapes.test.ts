import { describe, expect, it } from 'vitest';
import type { DraftTask } from '../src/domain/plan/import-report.ts';
import { readPlan } from '../src/domain/plan/read-plan.ts';
import type { Block } from '../src/domain/plan/source-document.ts';

/** One plan, written down in many ways: whoever writes it, the same rows, owners and time limits are read. */
interface Clause {
  readonly title: string;
  readonly words: string;
  readonly lead: string;
  readonly help: readonly string[];
  readonly due: string;
  readonly kind: string;
}

const clause = (title: string, words: string, lead: string, help: string[], due: string, kind: string): Clause => {
  return { title, words, lead, help, due, kind };
};

const PLAN = [
  {
    name: '扩大信息公开',
    parts: [
      {
        name: '财政资金',
        clauses: [
          clause('公开部门预算', '在单位网站集中公开本级部门预算和收支总表', '财务科', ['办公室'], '3月底前', 'by'),
          clause(
            '公布惠农补贴',
            '公布耕地地力保护补贴的发放对象、面积和金额',
            '农业科',
            ['财务科', '信息中心'],
            '每季度',
            'every',
          ),
          clause(
            '公示采购结果',
            '在采购平台公示中标供应商名称和成交金额',
            '采购管理科',
            [],
            '合同签订之日起2个工作日内',
            'within',
          ),
        ],
      },
      {
        name: '政策解读',
        clauses: [
          clause('同步组织解读', '规范性文件印发时由起草人员撰写解读稿', '法规科', ['办公室'], '长期坚持', 'standing'),
          clause(
            '丰富解读形式',
            '运用图表和短视频说明办事条件与流程',
            '宣传科',
            ['信息中心', '法规科'],
            '11月底前',
            'by',
          ),
        ],
      },
    ],
  },
  {
    name: '办好公开平台',
    parts: [
      {
        name: '网站管理',
        clauses: [
          clause('归并陈旧栏目', '对长期没有内容的网站栏目逐一归并或关停', '信息中心', ['办公室'], '6月底前', 'by'),
          clause('改造适老功能', '为门户网站增加大字版和语音播报功能', '信息中心', [], '9月底前', 'by'),
        ],
      },
      {
        name: '队伍建设',
        clauses: [
          clause('举办业务培训', '围绕公开目录和保密审查讲解常见问题', '人事科', ['办公室'], '10月底前', 'by'),
          clause(
            '编写年度报告',
            '汇总全年数据编写政府信息公开年度报告',
            '办公室',
            ['法规科'],
            '每年1月31日前',
            'every',
          ),
        ],
      },
    ],
  },
] as const;
const CLAUSES: readonly Clause[] = PLAN.flatMap(({ parts }) => parts.flatMap(({ clauses }) => clauses));
const HEAD = '临江县农业农村局2026年政务公开工作要点\n\n为做好全年政务公开工作，制定本要点。\n';
const FOOT = '\n\n临江县农业农村局\n2026年1月15日\n';

/** How sections, their parts and clauses are numbered; `all` counts through the plan. A part without a number is left out. */
type Numbers = (section: number, part: number, item: number, all: number) => readonly [string, string | null, string];
const CJK = '零一二三四五六七八九十';
const NUMBERS: Readonly<Record<string, Numbers>> = {
  '一、（一）1.': (s, p, i) => [`${CJK[s]}、`, `（${CJK[p]}）`, `${i}. `],
  '一、（一）1．through': (s, p, _, all) => [`${CJK[s]}、`, `（${CJK[p]}）`, `${all}．`],
  '一、1、': (s, _p, i) => [`${CJK[s]}、`, null, `${i}、`],
  '一、1.（1）': (s, p, i) => [`${CJK[s]}、`, `${p}.`, `（${i}）`],
  '一、1、1）': (s, p, i) => [`${CJK[s]}、`, `${p}、`, `${i}）`],
  '一、（一）①': (s, p, i) => [`${CJK[s]}、`, `（${CJK[p]}）`, '①②③④⑤⑥⑦⑧⑨'[i - 1] ?? ''],
  '1 1.1 1.1.1': (s, p, i) => [`${s}. `, `${s}.${p} `, `${s}.${p}.${i} `],
  '第一章 第一条': (s, _p, _i, all) => [`第${CJK[s]}章 `, null, `第${CJK[all]}条　`],
  '●': (s) => [`${CJK[s]}、`, null, '●'],
  '■': (s) => [`${CJK[s]}、`, null, '■ '],
  '◆': (s, p) => [`${CJK[s]}、`, `（${CJK[p]}）`, '◆'],
  '- ': (s) => [`${CJK[s]}、`, null, '- '],
  一是: (s, _p, i) => [`${CJK[s]}、`, null, `${CJK[i]}是`],
  full: (s, _p, _i, all) => [`${CJK[s]}、`, null, `${'０１２３４５６７８９'[all]}．`],
};

interface Layout {
  readonly numbers?: string;
  readonly between?: string;
  readonly wrap?: number;
  readonly head?: string;
  readonly foot?: string;
}

function written(item: (clause: Clause) => string, layout: Layout = {}): string {
  const numbers = NUMBERS[layout.numbers ?? '一、（一）1.'];
  const lines: string[] = [];
  let all = 0;
  PLAN.forEach(({ name, parts }, s) => {
    let i = 0;
    parts.forEach((part, p) => {
      part.clauses.forEach((each, at) => {
        all += 1;
        const [, heads] = numbers?.(s + 1, p + 1, 1, all) ?? [];
        i = at === 0 && heads !== null ? 1 : i + 1;
        const [section, above, own] = numbers?.(s + 1, p + 1, i, all) ?? ['', null, ''];
        if (p === 0 && at === 0) lines.push(`${section}${name}`);
        if (at === 0 && above !== null) lines.push(`${above}${part.name}`);
        lines.push(...`${own}${item(each)}`.split('\n'));
      });
    });
  });
  const { wrap } = layout;
  const cut = (line: string): readonly string[] =>
    wrap
      ? Array.from({ length: Math.ceil(line.length / wrap) }, (_, at) => line.slice(at * wrap, (at + 1) * wrap))
      : [line];
  return (layout.head ?? HEAD) + lines.flatMap(cut).join(layout.between ?? '\n') + (layout.foot ?? FOOT);
}

function read(text: string): readonly DraftTask[] {
  const blocks = text.split('\n').map((line, at): Block => ({ type: 'line', text: line, place: `第 ${at + 1} 行` }));
  const report = readPlan({ document: { name: 'plan.txt', blocks }, year: 2026, issuedOn: null });
  return report.ok ? report.value.tasks : [];
}

const bare = (words: string): string => words.replace(/[\s。]/g, '');
/** `words · offices with their roles · kinds of rules`; `roles` false where the shape does not say who leads. */
const line = (words: string, offices: readonly string[], kinds: readonly string[]): string =>
  `${bare(words)} · ${offices.join(' ')} · ${kinds.join(' ')}`;
const asRead = ({ text, offices, rules }: DraftTask): string =>
  line(
    CLAUSES.find(({ words }) => bare(text).includes(bare(words)))?.title ?? text,
    offices.map(({ name, role }) => `${name}${role === 'support' ? '(配合)' : ''}`),
    rules.filter(({ place }) => place !== 'text').map(({ kind }) => kind),
  );
const expected = (roles: boolean, timed = true): readonly string[] =>
  CLAUSES.map(({ title, lead, help, kind }) =>
    line(title, [lead, ...help.map((name) => (roles ? `${name}(配合)` : name))], timed ? [kind] : []),
  );

const names = ({ lead, help }: Clause): string => [lead, ...help].join('、');
const verbs = ({ lead, help }: Clause): string =>
  help.length > 0 ? `${lead}牵头，${help.join('、')}配合` : `${lead}负责`;
const body = ({ title, words }: Clause): string => `${title}。${words}`;
const labels = (owner: string, due: string) => (c: Clause) => `${body(c)}。\n${owner}：${names(c)}\n${due}：${c.due}`;

describe('a plan in running text is read alike', () => {
  it.each(Object.keys(NUMBERS))('whatever its clauses are numbered with: %s', (numbers) => {
    const inBrackets = written((c) => `${body(c)}。（${verbs(c)}，${c.due}）`, { numbers });
    expect(read(inBrackets).map(asRead)).toEqual(expected(true));
    expect(read(written(labels('责任单位', '完成时限'), { numbers })).map(asRead)).toEqual(expected(false));
  });

  it.each([
    ['（', '）'],
    ['(', ')'],
    ['【', '】'],
    ['[', ']'],
    ['〔', '〕'],
    ['〖', '〗'],
  ])('whatever brackets hold its owners: %s%s', (open, close) => {
    const labelled = written((c) => `${body(c)}。${open}责任单位：${names(c)}；完成时限：${c.due}${close}`);
    expect(read(labelled).map(asRead)).toEqual(expected(false));
    const inside = written((c) => `${body(c)}${open}${verbs(c)}，${c.due}${close}。`);
    expect(read(inside).map(asRead)).toEqual(expected(true));
  });

  it.each([
    ['责任部门', '完成时间'],
    ['责任科室', '时间要求'],
    ['承办单位', '办理时限'],
    ['主办', '时间节点'],
    ['落实单位', '完成期限'],
    ['责任主体', '时限要求'],
    ['执行部门', '截止时间'],
    ['承担单位', '计划完成时间'],
    ['责任机构', '办理期限'],
    ['责任分工', '时间进度'],
    ['具体责任单位', '完成时限及要求'],
    ['负责科室（单位）', '完成时限（节点）'],
    ['责任人', '时间'],
  ])('whatever its labels are called: %s, %s', (owner, due) => {
    const shapes: readonly ((c: Clause) => string)[] = [
      labels(owner, due),
      (c) => `${body(c)}。（${owner}：${names(c)}；${due}：${c.due}）`,
      (c) => `${body(c)}。${owner}：${names(c)}。${due}：${c.due}。`,
      (c) => `${body(c)}。\n【${owner}】${names(c)}\n【${due}】${c.due}`,
    ];
    for (const shape of shapes) {
      const found = read(written(shape)).map(asRead);
      expect(found.map((each) => each.replaceAll('(配合)', ''))).toEqual(expected(false));
    }
  });

  it.each<[string, (c: Clause) => string, boolean]>([
    ['a gap behind the label', (c) => `${body(c)}。\n　　责任单位　${names(c)}\n　　完成时限　${c.due}`, false],
    [
      'gaps between the names',
      (c) => `${body(c)}。\n责任单位：${[c.lead, ...c.help].join('　')}\n完成时限：${c.due}`,
      false,
    ],
    ['the values on lines of their own', (c) => `${body(c)}。\n责任单位：\n${names(c)}\n完成时限：\n${c.due}`, false],
    ['a dash', (c) => `${body(c)}。\n——${verbs(c)}，${c.due}`, true],
    ['a line without label', (c) => `${body(c)}。\n${verbs(c)}，${c.due}完成`, true],
    ['a sentence', (c) => `${body(c)}。此项工作由${verbs(c)}，${c.due}完成。`, true],
    ['shared duties', (c) => `${body(c)}。（${names(c)}按职责分工负责，${c.due}）`, false],
    ['no word for the duty', (c) => `${body(c)}（${names(c)}；${c.due}）`, false],
    ['marks that run on', (c) => `${body(c)}。（${verbs(c).replace('，', '、')}、${c.due}完成）`, true],
    ['the words for 为', (c) => `${body(c)}。责任单位为${names(c)}，完成时限为${c.due}。`, false],
    ['the time first', (c) => `${body(c)}。（${c.due}，${verbs(c)}）`, true],
    ['brackets line by line', (c) => `${body(c)}。\n（责任单位：${names(c)}）\n（完成时限：${c.due}）`, false],
    [
      'numbered fields',
      (c) => `${c.title}\n（1）工作内容：${c.words}。\n（2）责任单位：${names(c)}。\n（3）完成时限：${c.due}。`,
      false,
    ],
    [
      'boxed fields',
      (c) => `${c.title}\n【工作内容】${c.words}。\n【责任单位】${names(c)}\n【完成时限】${c.due}`,
      false,
    ],
    ['owners above the words', (c) => `责任单位：${names(c)}\n工作任务：${body(c)}。\n完成时限：${c.due}`, false],
  ])('with owners in %s', (_, shape, roles) => {
    expect(read(written(shape)).map(asRead)).toEqual(expected(roles));
  });

  it.each([
    ['behind a dash at the end', (c: Clause) => `${body(c)}——${names(c)}`],
    ['on a line below', (c: Clause) => `${body(c)}。\n　　　　${names(c)}`],
    ['in a bracket on a line below', (c: Clause) => `${body(c)}。\n（${names(c)}）`],
    ['in a bracket before the stop', (c: Clause) => `${body(c)}（${names(c)}）。`],
  ])('with bare names %s', (_, shape) => {
    expect(read(written(shape)).map(asRead)).toEqual(expected(false, false));
  });

  const bracket = (c: Clause): string => `${body(c)}。（责任单位：${names(c)}；完成时限：${c.due}）`;
  const PAGE = '首页 > 政务公开 > 工作计划\n发布日期：2026-01-16　浏览次数：128\n【字体：大 中 小】\n';
  it.each<[string, Layout]>([
    ['wrapped at 24', { wrap: 24 }],
    ['wrapped at 30', { wrap: 30 }],
    ['wrapped at 40', { wrap: 40 }],
    ['with blank lines everywhere', { between: '\n\n' }],
    ['with lines of one wide space', { between: '\n　\n' }],
    ['without any line breaks', { between: '', numbers: '一、（一）1．through' }],
    ['in the middle of a web page', { head: PAGE + HEAD, foot: `${FOOT}【打印】【关闭】\n主办：临江县人民政府办公室` }],
  ])('%s', (_, layout) => {
    expect(read(written(bracket, layout)).map(asRead)).toEqual(expected(false));
  });
});
