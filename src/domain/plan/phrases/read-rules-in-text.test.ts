import { describe, expect, it } from 'vitest';
import { readRulesInText } from './read-rules-in-text.ts';

const KNOWN = { year: 2026, issuedOn: null };
const rulesIn = (text: string) => readRulesInText(text, KNOWN).rules;
const quota = (count: number, per: string, of: string, atLeast: boolean, scope = 'whole-plan') => ({
  kind: 'quota',
  count,
  per,
  of,
  scope,
  atLeast,
});

describe('C15: quotas in the text of an item', () => {
  it.each([
    ['每月组织举办两场发布会。', quota(2, 'month', '发布会', false)],
    ['各科室每月报送工作动态不少于3条。', quota(3, 'month', '工作动态', true, 'each-office')],
    ['各科室每季度向办公室报送动态信息不少于三篇', quota(3, 'quarter', '动态信息', true, 'each-office')],
    ['领导小组每年至少召开一次会议', quota(1, 'year', '会议', true)],
    ['每年制作图解数量不少于2个。', quota(2, 'year', '图解', true)],
    ['新闻发布会每季度不少于1场', quota(1, 'quarter', '新闻发布会', true)],
    ['全年开展不少于4次开放日活动', quota(4, 'year', '开放日活动', true)],
  ])('%s', (text, expected) => {
    expect(rulesIn(text)).toMatchObject([expected]);
  });

  it.each([
    ['各科室每月报送信息1条，没有的实行零报告。', '各科室每月报送信息1条，没有的实行零报告'],
    ['每月报送信息2条；当月无突发事件的，零报告，并通报', '每月报送信息2条；当月无突发事件的，零报告'],
    ['每月报送信息2条。未发生的，也要零报送。', '每月报送信息2条。未发生的，也要零报送'],
    ['每月报送信息2条，报送质量要好，杜绝零报告', '每月报送信息2条'],
    ['每月报送信息2条，未发生的于每月25日前零报告', '每月报送信息2条'],
  ])('have the exception of 零报告 with them: %s', (text, phrase) => {
    expect(rulesIn(text)[0]).toMatchObject({ kind: 'quota', per: 'month', phrase });
  });

  it('a number of things without a floor is no quota when it is large', () => {
    expect(rulesIn('每月在网站公布35条河道的水质排名')).toMatchObject([{ kind: 'every', period: 'month' }]);
  });
});

describe('an event that an item waits for', () => {
  it.each([
    ['待省级“水务通”平台改版完成后，迁移历史数据。', '省级“水务通”平台改版完成'],
    ['待省水利厅出台水价管理办法后，公布听证目录。', '省水利厅出台水价管理办法'],
    ['梳理清单，待机构改革到位后公布职能目录', '机构改革到位'],
  ])('is awaited where nothing else in the item says when: %s', (text, document) => {
    expect(readRulesInText(text, KNOWN)).toMatchObject({ rules: [], faint: [{ kind: 'awaiting', document }] });
  });

  it.each([
    ['待省级平台上线后，6月底前完成对接', [{ kind: 'by', on: '2026-06-30' }]],
    ['待省级平台上线后10个工作日内完成对接', [{ kind: 'within', n: 10 }]],
  ])('gives way to a time limit: %s', (text, expected) => {
    const { rules, faint } = readRulesInText(text, KNOWN);
    expect([rules.map(({ kind }) => kind), faint]).toEqual([expected.map(({ kind }) => kind), []]);
    expect(rules).toMatchObject(expected);
  });

  it.each(['待遇落实后公布名单', '归档待办事项办结后的材料', '做好对待来访群众后续工作'])(
    'is not read into %s',
    (text) => {
      expect(readRulesInText(text, KNOWN)).toMatchObject({ rules: [], faint: [] });
    },
  );
});

it('hands back a length that nothing starts', () => {
  expect(readRulesInText('半年内完成改造', KNOWN)).toMatchObject({ rules: [], faint: [], unread: '半年内' });
  expect(readRulesInText('上半年内完成改造，批复后半年内验收', KNOWN).unread).toBeNull();
});

describe('shares in the text of an item', () => {
  it('gives one rule for each share', () => {
    expect(rulesIn('实现事项录入率和审核通过率100%，网上办理率达50%以上，70%以上事项只跑一次')).toMatchObject([
      { kind: 'rate', min: 100, of: '事项录入率' },
      { kind: 'rate', min: 100, of: '审核通过率' },
      { kind: 'rate', min: 50, of: '网上办理率' },
      { kind: 'rate', min: 70, of: '事项只跑一次' },
    ]);
  });

  it.each(['差错率不超过2%', '同比增长15%'])('%s is none', (text) => {
    expect(rulesIn(text)).toEqual([]);
  });
});

describe('clocks, cadences and dates in the text of an item', () => {
  it.each([
    [
      '遇有重大突发事件，最迟在5小时内发布权威信息，在24小时内举行新闻发布会。',
      [
        { kind: 'within', event: '重大突发事件', n: 5, unit: 'hour', before: false },
        { kind: 'within', event: '重大突发事件', n: 24, unit: 'hour', before: false },
      ],
    ],
    ['各单位应当在文件失效之日起10个工作日内标注', [{ kind: 'within', event: '文件失效', n: 10, before: false }]],
    ['起草部门应在决策前向社会公布草案', [{ kind: 'within', event: '决策', n: 0, before: true }]],
    ['按月公开收支情况；每季度、年度发布分析', [{ period: 'month' }, { period: 'quarter' }, { period: 'year' }]],
    ['编制事项目录，最迟不超过10月20日', [{ kind: 'by', on: '2026-10-20', phrase: '最迟不超过10月20日' }]],
    ['材料不迟于5月15日报送', [{ kind: 'by', on: '2026-05-15', soft: false }]],
    ['最迟应于今年9月底完成', [{ kind: 'by', on: '2026-09-30' }]],
    ['意见征集8月15日截止', [{ kind: 'by', on: '2026-08-15' }]],
    ['各科室每月结束后3个工作日内报送数据', [{ kind: 'every', period: 'month', due: null }]],
    ['上下半年各组织一次开放日', [{ kind: 'quota', count: 1, per: 'half_year', of: '开放日' }]],
    ['批复后半年内建成平台', [{ kind: 'within', event: '批复', n: 180, unit: 'day' }]],
    ['力争在2026年底前建成目录', [{ kind: 'by', on: '2026-12-31', soft: true }]],
    ['2026年7月1日起正式运行新平台', [{ kind: 'from', on: '2026-07-01' }]],
    ['于每年的 3 月 1日前发布', [{ kind: 'every', period: 'year', due: '03-01' }]],
    ['待《云州市信用管理办法》修订出台后贯彻落实', [{ kind: 'awaiting', document: '云州市信用管理办法' }]],
    [
      '一般性留言5个工作日内办理，疑难问题10个工作日内办理',
      [
        { event: '一般性留言', n: 5 },
        { event: '疑难问题', n: 10 },
      ],
    ],
    [
      '6月底前实现事项网上可办率100%',
      [
        { kind: 'by', on: '2026-06-30' },
        { kind: 'rate', min: 100 },
      ],
    ],
    ['清查闲置农房，第三季度完成', [{ kind: 'by', on: '2026-09-30' }]],
    ['各单位于11月28日（周三）前报送材料', [{ kind: 'by', on: '2026-11-28' }]],
    ['应在答复申请人的同时，通过网站主动公开', []],
    ['做好留言答复，按照规定时限办理', [{ kind: 'awaiting', issuer: null }]],
    ['实行月通报、季调度', [{ period: 'month' }, { period: 'quarter' }]],
    ['嚴格按照法定時限答復', [{ kind: 'awaiting', issuer: '法定' }]],
    ['嚴格按照規定時限答復；每月組織舉辦兩場發佈會', [{ kind: 'awaiting' }, { kind: 'quota', count: 2 }]],
    ['严格按照法定时限答复', [{ kind: 'awaiting', issuer: '法定' }]],
  ])('%s', (text, expected) => {
    expect(rulesIn(text)).toMatchObject(expected);
  });

  it.each([
    '截至2025年底，共公开信息300条',
    '对2025年1月1日以来的文件进行清理',
    '2025年底前出台的文件全面清理',
    '按照2021年1月1日起施行的规定执行',
    '已于3月完成调研',
    '每年一度的政务公开培训',
    '第20个政务公开日活动',
    '近三年来的政策文件',
    '“十四五”期间完成改造',
    '建立日常监测机制',
    '栏目2周内未更新的限期整改',
    '审批时限压缩至3个工作日内',
    '服务水平逐年提高',
    '24小时热线',
    '落实《2026年在线访谈工作方案》要求（云府函〔2026〕65号）',
    '公开2025年度审批效能自评情况',
    '抓好10类消费品的信息公开',
    '坚持同步组织、同步审签、同步部署',
    '加强12345热线建设',
  ])('%s has none', (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it.each([
    ['及时承接上级取消的事项', 'standing'],
    ['密切关注舆情并及时作出回应', 'standing'],
    ['常态化公开就业信息', 'standing'],
    ['商品抽检结束后，公开抽检结果', 'standing'],
    ['应在答复申请人的同时，通过网站主动公开', 'within'],
  ])('%s is faint', (text, kind) => {
    expect(readRulesInText(text, KNOWN)).toMatchObject({ rules: [], faint: [{ kind }] });
  });

  it.each(['确保信息准确、及时。', '持续优化营商环境', '切实提高公开的及时性'])('%s is rhetoric', (text) => {
    expect(readRulesInText(text, KNOWN)).toMatchObject({ rules: [], faint: [] });
  });

  it('及时 and 定期 are faint: they count only where nothing else is said', () => {
    const reading = readRulesInText('及时更新目录，定期通报情况', KNOWN);
    expect(reading.rules).toEqual([]);
    expect(reading.faint).toMatchObject([{ kind: 'standing' }, { kind: 'every', assumed: true }]);
  });
});
