import type { Period, RuleKind } from '../rule.ts';
import { type Finder, type Finding, findingOf, isFree, matchesOf } from './finding.ts';
import { NUMBER, readNumeral } from './numerals.ts';

const MEASURE =
  '(?:次|场|条|篇|期|个(?!工作日|自然日|月|小时|季度|百分点)|件|份|项|例|幅|部|批|家|轮|集|则|段|档|人次)(?:次)?';
const FLOOR = '至少|最少|不少于|不低于|不得少于|不得低于|不小于';
/** 每月报送信息1条，没有的实行零报告: the exception belongs to the quota that it stands behind. Folded, 零 is 〇. */
const NOTHING_TO_REPORT =
  /^[,;。](?:当月|本月)?(?:如)?(?:没有|无|未)[^,。;!?每\d]{0,16}?,?(?:的)?[^,。;!?每\d]{0,6}〇报(?:告|送)/;
const HAS_FLOOR = new RegExp(FLOOR);
const PER: Readonly<Record<string, Period>> = {
  周: 'week',
  月: 'month',
  季: 'quarter',
  半年: 'half_year',
  年: 'year',
};
// 上、下半年各一次
const HALVES = '上(?:半年)?[、,和及与]?下(?=半年度?[^。;%]{0,8}?(?:各|分别|均))';
const PER_PERIOD = new RegExp(
  `(${FLOOR})?(?:每个?|各(?=季度|月)|${HALVES})(周|月|季|半年|年)度?([^。;%每]{0,30}?)(?<!第)(${NUMBER})${MEASURE}(以上|及以上)?([^,。;、:()%]{0,24})`,
  'g',
);
const PER_YEAR = new RegExp(
  `()(?:全年|年内|本年度?|年度内|当年)()([^。;%,]{0,24}?)(?<!第)(${NUMBER})${MEASURE}(以上|及以上)?([^,。;、:()%]{0,24})`,
  'g',
);
/** 不少于12场 in a cell of its own counts over the year of the plan. */
const BARE_FLOOR = new RegExp(
  `^(?:${FLOOR})(${NUMBER})${MEASURE}(?:以上)?$|^(${NUMBER})${MEASURE}(?:以上|及以上)$`,
  'g',
);
const SLASHED = new RegExp(`(${FLOOR})?(${NUMBER})${MEASURE}/(周|月|季|半年|年)`, 'g');
const LEADING =
  /^(?:应当|应该|应|须|要|需|力争|各|均|分别|定期|积极|主动|组织|举办|召开|开展|报送|制作|发布(?!会)|听取|更新|公开|推出|编发|编印|撰写|上报|完成|采写|推送|进行|安排|策划|提供|不少于|不低于|至少|最少|刊发|印发|形成|向[^报提上推]{1,8}(?=报|提|上报|推))+/;
const TRAILING =
  /(?:不少于|不低于|不得少于|不得低于|至少|最少|数量|总数|条数|篇数|次数|一般|原则上|不|应|须|要|各|均|达到?|累计|共|的)+$/;
const EACH_OFFICE =
  /(?:各|每个?|每一)(?:相关|有关|责任|牵头|局属|机关|直属|业务|科|处|股|内设|单位|部门|镇|街|区|县|乡|市直|股室|科室|处室|站|所)|(?:各|每个?)[^,。;]{0,6}(?:机构|企业|学校|医院|中心)/;
/** No quota without a number of things and a period. */
const HAS_PERIOD = /[每各上全年当/]/;
const HAS_COUNT = new RegExp(`[\\d〇一二三四五六七八九十百两]${MEASURE}`);
const MANY = 12;
/** No clause names its subject farther away. */
const FARTHEST = 200;

const SHARE =
  /([^,。;:、()]{0,24}?(?:率|比例|占比|比重|权重|覆盖面|满意度))(?:均|要|应|须|力争|总体|稳定)*(?:达到?|不低于|不少于|不得低于|保持在?|提升到|提升至|提高到|提高至|为|实现|超过|高于|在)?(?:百分之([一二三四五六七八九十百]{1,4})|(\d{1,3}(?:\.\d{1,2})?)%)(?!点)/g;
const SHARE_OF = /(?:百分之([一二三四五六七八九十百]{1,4})|(\d{1,3}(?:\.\d{1,2})?)%)(?:及)?以上的?([^,。;]{2,40})/g;
/** 6月底前 before the share is a date of its own. */
const DATED = /^.{0,20}(?:月|年|季度)(?:底|末|初|\d{1,2}日)?(?:之前|以前|前|底|末|内),?(?=.)/;
const SHARE_LEADING = /^(?:并|且|的|实现|确保|力争|保证|使|推动|所占|占(?!比)|其中|要求|做到|网站)+/;

/** Numbers of things per period (每月报送…不少于2条). Scope is each office where 各… or 每个… is the subject. */
export const findQuotas: Finder = ({ printed, folded }, context) => {
  const found: Finding[] = [];
  if (!HAS_COUNT.test(folded)) return found;
  for (const match of context.place === 'text' ? [] : matchesOf(BARE_FLOOR, folded)) {
    const count = readNumeral(match[1] ?? match[2] ?? '');
    const rule = { kind: 'quota', count: count ?? 0, per: 'year', of: '', scope: 'whole-plan', atLeast: true } as const;
    if (count) found.push(findingOf(match, rule));
  }
  if (!HAS_PERIOD.test(folded)) return found;
  for (const match of [...matchesOf(PER_PERIOD, folded), ...matchesOf(PER_YEAR, folded)]) {
    const [whole, early, unit, middle = '', number, over, tail = ''] = match;
    const count = readNumeral(number ?? '');
    const atLeast = Boolean(early || over) || HAS_FLOOR.test(middle);
    if (!count || (!atLeast && count > MANY) || (unit === '' && !atLeast && context.place === 'text')) continue;
    const before = folded.slice(Math.max(0, match.index - 24), match.index);
    const tailAt = match.index + whole.length - tail.length;
    const middleAt = match.index + whole.indexOf(middle, (early?.length ?? 0) + 1);
    const of =
      objectOf(printed.slice(tailAt, tailAt + tail.length)) ||
      objectOf(printed.slice(middleAt, middleAt + middle.length)) ||
      subjectOf(printed.slice(Math.max(0, match.index - FARTHEST), match.index));
    const per = PER[unit || '年'] ?? 'year';
    const scope = EACH_OFFICE.test(clauseEnd(before) + middle) ? 'each-office' : 'whole-plan';
    const rule: RuleKind =
      of === '' && count === 1 && !atLeast && context.place !== 'text'
        ? { kind: 'every', period: per, due: null, assumed: false }
        : { kind: 'quota', count, per, of, scope, atLeast };
    const end = match.index + whole.length;
    const exception = folded.includes('〇报') ? (NOTHING_TO_REPORT.exec(folded.slice(end))?.[0].length ?? 0) : 0;
    found.push({ start: match.index, end: end + exception, rule, weak: false });
  }
  for (const match of matchesOf(SLASHED, folded)) {
    const count = readNumeral(match[2] ?? '') ?? 0;
    const of = subjectOf(printed.slice(Math.max(0, match.index - FARTHEST), match.index));
    const rule = {
      kind: 'quota',
      count,
      per: PER[match[3] ?? '年'] ?? 'year',
      of,
      scope: 'whole-plan',
      atLeast: Boolean(match[1]),
    } as const;
    if (count > 0) found.push(findingOf(match, rule));
  }
  return found;
};

/** Shares that have to be reached (审查通过率100%, 70%以上网上申办事项…). Ceilings and growth are not rules of this kind. */
export const findRates: Finder = ({ printed, folded }) => {
  const found: Finding[] = [];
  if (!folded.includes('%') && !folded.includes('百分之')) return found;
  for (const match of matchesOf(SHARE, folded)) {
    const min = percent(match[2], match[3]);
    const dated = DATED.exec(match[1] ?? '')?.[0].length ?? 0;
    const from = match.index + dated;
    const subject = printed.slice(from, match.index + (match[1]?.length ?? 0)).replace(SHARE_LEADING, '');
    if (min === undefined || /增长|增幅|下降|低于$|误差|差错|不超/.test(subject) || /\.\d{2}/.test(match[3] ?? ''))
      continue;
    const end = match.index + match[0].length;
    const names = subject.split(/[和及与](?=[^和及与]*率$)/).filter((name) => name !== '');
    names.forEach((of, index) => {
      const start = index === 0 ? from : end - names.length + index;
      const stop = index === names.length - 1 ? end : start + 1;
      found.push({ start, end: stop, rule: { kind: 'rate', min, of }, weak: false });
    });
  }
  for (const match of matchesOf(SHARE_OF, folded)) {
    const min = percent(match[1], match[2]);
    const tail = match[3] ?? '';
    const of = printed.slice(match.index + match[0].length - tail.length, match.index + match[0].length);
    const finding = min === undefined ? null : findingOf(match, { kind: 'rate', min, of });
    if (finding && isFree(found, finding)) found.push(finding);
  }
  return found;
};

function percent(chinese: string | undefined, digits: string | undefined): number | undefined {
  const value = chinese ? readNumeral(chinese) : digits ? Number(digits) : undefined;
  return value !== undefined && value > 0 && value <= 100 ? value : undefined;
}

function objectOf(words: string): string {
  return words
    .replace(LEADING, '')
    .replace(TRAILING, '')
    .replace(LEADING, '')
    .replace(/^(?:以上|的|及以上)+/, '')
    .trim();
}

function subjectOf(before: string): string {
  return (before.split(/[,，。；;：:]/).at(-1) ?? '').replace(/(?:原则上|确保|做到|按照|要|应|须)+$/, '').trim();
}

function clauseEnd(before: string): string {
  return before.split(/[,。;:]/).at(-1) ?? '';
}
