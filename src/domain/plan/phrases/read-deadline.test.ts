import { describe, expect, it } from 'vitest';
import { civil } from '../../calendar/civil-date.ts';
import type { RuleKind } from '../rule.ts';
import type { PhraseContext } from './finding.ts';
import { readDeadline } from './read-deadline.ts';

const CONTEXT: PhraseContext = { year: 2026, issuedOn: civil('2026-03-05'), place: 'deadline-cell' };

const by = (on: string, soft = false): RuleKind => ({ kind: 'by', on: civil(on), soft });
const every = (period: 'week' | 'month' | 'quarter' | 'half_year' | 'year', due: string | null = null): RuleKind => ({
  kind: 'every',
  period,
  due,
  assumed: false,
});
const assumed: RuleKind = { kind: 'every', period: 'quarter', due: null, assumed: true };
const standing = (cadence: 'quarter' | 'year' = 'quarter'): RuleKind => ({ kind: 'standing', cadence });
const within = (event: string, n: number, unit: 'working_day' | 'day' | 'hour', before = false): RuleKind => ({
  kind: 'within',
  event,
  n,
  unit,
  before,
});
const awaiting = (issuer: string | null, document: string | null = null): RuleKind => ({
  kind: 'awaiting',
  issuer,
  document,
});

function kindsOf(phrase: string, context = CONTEXT): unknown[] {
  return readDeadline(phrase, context).rules.map((rule) => ({ ...rule, phrase: undefined, place: undefined }));
}

describe('a deadline cell is read as', () => {
  it.each<[string, RuleKind[]]>([
    ['11月30日前完成', [by('2026-11-30')]],
    ['11月30前完成', [by('2026-11-30')]],
    ['１１月３０日前', [by('2026-11-30')]],
    ['11 月\n30 日前', [by('2026-11-30')]],
    ['十一月三十日', [by('2026-11-30')]],
    ['二〇二六年十一月三十日前', [by('2026-11-30')]],
    ['2026.11.30', [by('2026-11-30')]],
    ['2026-11-30前', [by('2026-11-30')]],
    ['2027年1月31日前', [by('2027-01-31')]],
    ['次年1月31日前', [by('2027-01-31')]],
    ['2026年12月底前', [by('2026-12-31')]],
    ['2月底', [by('2026-02-28')]],
    ['11月前', [by('2026-10-31')]],
    ['9月中旬', [by('2026-09-20')]],
    ['9月上旬', [by('2026-09-10')]],
    ['9月', [by('2026-09-30')]],
    ['四月', [by('2026-04-30')]],
    ['１１月', [by('2026-11-30')]],
    ['于8月', [by('2026-08-31')]],
    ['拟在7月', [by('2026-07-31')]],
    ['不迟于11月25日', [by('2026-11-25')]],
    ['不晚于9月15日', [by('2026-09-15')]],
    ['最迟不超过8月31日', [by('2026-08-31')]],
    ['原则上不迟于5月20日', [by('2026-05-20', true)]],
    ['10月31日之内', [by('2026-10-31')]],
    ['上半年', [by('2026-06-30')]],
    ['2026年下半年', [by('2026-12-31')]],
    ['第三季度', [by('2026-09-30')]],
    ['第二、四季度', [by('2026-06-30'), by('2026-12-31')]],
    ['6月底、12月底前', [by('2026-06-30'), by('2026-12-31')]],
    ['年底前', [by('2026-12-31')]],
    ['年内', [by('2026-12-31')]],
    ['2026年', [by('2026-12-31')]],
    ['3月至11月', [by('2026-11-30')]],
    ['1-12月', [standing()]],
    ['本月底前', [by('2026-03-31')]],
    ['力争在2026年底前', [by('2026-12-31', true)]],
    ['2026年7月1日起', [{ kind: 'from', on: civil('2026-07-01') }]],
    ['即日起', [{ kind: 'from', on: civil('2026-03-05') }]],
  ])('%s: a date', (phrase, rules) => {
    expect(kindsOf(phrase)).toEqual(rules);
  });

  it.each<[string, RuleKind[]]>([
    ['听证会召开10日前', [within('听证会召开', 10, 'day', true)]],
    ['停机24小时前', [within('停机', 24, 'hour', true)]],
    ['备案后5个工作日', [within('备案', 5, 'working_day')]],
    ['随同预决算公开', [within('预决算公开', 0, 'working_day')]],
    ['按省局系统上线时间', [awaiting('省局系统上线')]],
    ['供应计划3月31日前发布，出让结果及时公布', [by('2026-03-31'), { kind: 'standing', cadence: 'quarter' }]],
    ['待市级平台开通后', [awaiting(null, '市级平台开通')]],
    ['不少于12场', [{ kind: 'quota', count: 12, per: 'year', of: '', scope: 'whole-plan', atLeast: true }]],
    ['一季度：制定方案\n二季度：全面清理', [by('2026-03-31'), by('2026-06-30')]],
  ])('%s: a limit of its own cell', (phrase, rules) => {
    expect(kindsOf(phrase)).toEqual(rules);
  });

  it.each<[string, RuleKind[]]>([
    ['按月公开', [every('month')]],
    ['每季度', [every('quarter')]],
    ['每半年', [every('half_year')]],
    ['每月5日前', [every('month', '05')]],
    ['每月底前', [every('month', 'end')]],
    ['每周五前', [every('week', '5')]],
    ['每季度首月10日前', [every('quarter', '01-10')]],
    ['每季度末', [every('quarter', '03-end')]],
    ['每年1月31日前', [every('year', '01-31')]],
    ['每年2月底前', [every('year', '02-end')]],
    ['每年4月、10月底前', [every('year', '04-end'), every('year', '10-end')]],
    ['每月20日内', [every('month', '20')]],
    ['上下半年各一次', [every('half_year')]],
    ['上、下半年各1次', [every('half_year')]],
    ['上半年和下半年各一次', [every('half_year')]],
    ['每半年一次', [every('half_year')]],
    ['每季度一次', [every('quarter')]],
    ['各季度末', [every('quarter', '03-end')]],
    ['每月结束后3个工作日内', [every('month')]],
    ['每季度终了后10日内', [every('quarter')]],
    ['季度结束后次月10日前', [every('quarter')]],
    ['季后20日内', [every('quarter')]],
    ['月后8日内', [every('month')]],
    ['每月、每季度', [every('month'), every('quarter')]],
    ['每月1次', [every('month')]],
    ['定期召开', [assumed]],
    ['分批公布', [assumed]],
    ['例行', [assumed]],
    ['每月定期发布', [every('month')]],
    ['每季度至少组织一次', [{ kind: 'quota', count: 1, per: 'quarter', of: '', scope: 'whole-plan', atLeast: true }]],
    [
      '每月至少编发一期简报',
      [{ kind: 'quota', count: 1, per: 'month', of: '简报', scope: 'whole-plan', atLeast: true }],
    ],
    ['每年不少于三次', [{ kind: 'quota', count: 3, per: 'year', of: '', scope: 'whole-plan', atLeast: true }]],
    ['每年两次', [{ kind: 'quota', count: 2, per: 'year', of: '', scope: 'whole-plan', atLeast: false }]],
  ])('%s: a cadence', (phrase, rules) => {
    expect(kindsOf(phrase)).toEqual(rules);
  });

  it.each<[string, RuleKind[]]>([
    ['批准发出之日起20个工作日内公开', [within('批准发出', 20, 'working_day')]],
    ['收到工单之日起2 个工作日内', [within('收到工单', 2, 'working_day')]],
    ['应在结束后1个工作日内', [within('结束', 1, 'working_day')]],
    ['公布后30日内', [within('公布', 30, 'day')]],
    ['印发之日起一个月内', [within('印发', 30, 'day')]],
    ['印发之日起1月内', [within('印发', 30, 'day')]],
    ['印发后半个月内', [within('印发', 15, 'day')]],
    ['批复后半年内', [within('批复', 180, 'day')]],
    ['立项后两年内', [within('立项', 730, 'day')]],
    ['三个月内', [within('', 90, 'day')]],
    ['会议召开前5个工作日', [within('会议召开', 5, 'working_day', true)]],
    ['受理后2个工作日内及时答复', [within('受理', 2, 'working_day')]],
    ['事件发生后5小时内发布，24小时内举行发布会', [within('事件发生', 5, 'hour'), within('事件发生', 24, 'hour')]],
    ['决策前', [within('决策', 0, 'working_day', true)]],
    ['与文件同步发布', [within('文件发布', 0, 'working_day')]],
    ['10个工作日内', [within('', 10, 'working_day')]],
  ])('%s: a clock', (phrase, rules) => {
    expect(kindsOf(phrase)).toEqual(rules);
  });

  it.each<[string, RuleKind[]]>([
    ['及时更新', [standing()]],
    ['动态\n发布', [standing()]],
    ['贯穿全年', [standing()]],
    ['长期开展', [standing()]],
    ['常态化', [standing()]],
    ['持续推进', [standing()]],
    ['不定期', [standing()]],
    ['适时', [standing('year')]],
    ['有变更时及时更新', [standing()]],
    ['按市府规定时间', [awaiting('市府')]],
    ['按规定时间', [awaiting(null)]],
    ['根据市财政局要求按时公开', [awaiting('市财政局')]],
    ['另行通知', [awaiting(null)]],
    ['法定时限内答复', [awaiting('法定')]],
    ['待《云州市数据管理办法》出台后', [awaiting(null, '云州市数据管理办法')]],
    ['按市政府要求于6月底前完成', [by('2026-06-30')]],
  ])('%s: open', (phrase, rules) => {
    expect(kindsOf(phrase)).toEqual(rules);
  });
});

describe('forms that cells are filled with', () => {
  it.each<[string, RuleKind[]]>([
    ['11.30前', [by('2026-11-30')]],
    ['11/30', [by('2026-11-30')]],
    ['2026.11', [by('2026-11-30')]],
    ['12月10日至20日', [by('2026-12-20')]],
    ['12月10-20日', [by('2026-12-20')]],
    ['2026—2027年', [by('2027-12-31')]],
    ['本年度', [by('2026-12-31')]],
    ['〔2026年12月底前〕', [by('2026-12-31')]],
    ['3月起', [{ kind: 'from', on: civil('2026-03-01') }]],
    ['第1-4季度', [standing()]],
    ['每日更新', [standing()]],
    ['7×24小时', [standing()]],
    ['近期完成', [standing()]],
    ['立行立改', [standing()]],
    ['有新政策时', [standing()]],
    ['随报随公布', [standing()]],
    ['随批随公开', [standing()]],
    ['半年一次', [every('half_year')]],
    ['一季度一次', [every('quarter')]],
    ['月报', [every('month')]],
    ['每月上旬', [every('month', '10')]],
    ['每周星期五前', [every('week', '5')]],
    ['季末', [every('quarter', '03-end')]],
    ['月底前', [{ kind: 'every', period: 'month', due: 'end', assumed: true }]],
    ['次月5日前', [{ kind: 'every', period: 'month', due: '05', assumed: true }]],
    ['提前3日', [within('', 3, 'day', true)]],
    ['会前', [within('会', 0, 'working_day', true)]],
    ['国庆节前', [within('国庆节', 0, 'working_day', true)]],
    ['五一前', [within('五一', 0, 'working_day', true)]],
    ['收到后次日', [within('收到', 1, 'day')]],
    ['当日', [within('', 0, 'day')]],
    ['政策发布后同步', [within('政策发布', 0, 'working_day')]],
    ['省政府要求的时间内', [awaiting('省政府')]],
    ['上级要求时', [awaiting('上级')]],
    ['按县府办排期', [awaiting('县府办')]],
    ['按照規定時間', [awaiting(null)]],
    ['１２月底前，長期堅持', [by('2026-12-31'), standing()]],
  ])('%s', (phrase, rules) => {
    expect(kindsOf(phrase)).toEqual(rules);
  });

  it.each(['每两个月', '每半月', '每旬', '双周', '半小时内', '年初', '11.3'])(
    '%s cannot be said as a rule and is handed back',
    (phrase) => {
      expect(readDeadline(phrase, CONTEXT)).toMatchObject({ rules: [], unread: phrase });
    },
  );
});

describe('one cell with several rules', () => {
  it('gives each its own words', () => {
    const { rules, unread } = readDeadline('系统改造:2026年上半年\n  日常维护:贯穿全年', CONTEXT);
    expect(rules).toMatchObject([
      { kind: 'by', on: '2026-06-30', phrase: '系统改造:2026年上半年' },
      { kind: 'standing', phrase: '日常维护:贯穿全年' },
    ]);
    expect(unread).toBeNull();
  });

  it('keeps the class of case that a clock is for', () => {
    expect(
      kindsOf('简单类事项在收到来信之日起3个工作日内答复；\n\n复杂、疑难类事项在收到来信之日起15个工作日内答复。'),
    ).toEqual([within('简单类事项收到来信', 3, 'working_day'), within('复杂、疑难类事项收到来信', 15, 'working_day')]);
  });

  it('keeps a date and what goes on after it', () => {
    expect(kindsOf('12月底前完成，并动态更新')).toEqual([by('2026-12-31'), standing()]);
  });
});

it('keeps the words of a cadence that counts from the end of its period', () => {
  expect(readDeadline('每月结束后3个工作日内公布', CONTEXT).rules).toMatchObject([
    { kind: 'every', due: null, phrase: '每月结束后3个工作日内公布' },
  ]);
});

describe('what is no deadline we know', () => {
  it.each(['结合实际推进', '分步实施', '半年内', '半年内完成', '两年内', '每月45日前', '每年13月1日前', '2月30日前'])(
    '%s gives no date',
    (phrase) => {
      const reading = readDeadline(phrase, CONTEXT);
      expect(reading).toMatchObject({ rules: [], unread: phrase });
    },
  );

  it.each(['', ' \n', '—', '/', '无'])('%j is an empty cell', (phrase) => {
    expect(readDeadline(phrase, CONTEXT)).toEqual({ rules: [], unread: null, yearMissing: false });
  });

  it('reports the part that it cannot read beside the part that it can', () => {
    expect(readDeadline('6月底前；其余视工程进展而定', CONTEXT)).toMatchObject({ unread: '其余视工程进展而定' });
  });

  it('does not invent a year', () => {
    const context = { ...CONTEXT, year: null, issuedOn: null };
    expect(readDeadline('11月30日前', context)).toMatchObject({ rules: [], yearMissing: true });
    expect(readDeadline('2026年11月30日前', context)).toMatchObject({ rules: [by('2026-11-30')], yearMissing: false });
  });
});
