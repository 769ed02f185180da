import { type CivilDate, civilDateFrom, yearOf } from '../calendar/civil-date.ts';
import { fold } from './phrases/fold.ts';
import { NUMBER, readNumeral } from './phrases/numerals.ts';

export interface HeadLine {
  readonly text: string;
  readonly place: string;
}

/** What the document says about itself. */
export interface PlanHead {
  readonly title: string | null;
  readonly year: number | null;
  readonly issuedOn: CivilDate | null;
  readonly issuer: string | null;
  /** Damaged numbers and dates, with the reading that is taken. */
  readonly damaged: readonly {
    readonly kind: 'mangled-date' | 'mangled-number';
    readonly text: string;
    readonly place: string;
    readonly reading: string;
  }[];
}

const KIND = '方案|要点|分工|分解|(?:分工|分解|任务|一览|安排)?表|计划|台账|清单|安排';
const TITLE_END = new RegExp(`(?:${KIND}|措施|意见|通知|目标|任务|明细)(?:\\(.{1,12}\\))?$`);
/** The second or third of several annexes, or of several editions: 分工表二, 方案（修订）（征求意见稿）. */
const TITLE_COUNTED = new RegExp(`^.{6,}(?:${KIND})(?:\\(?[一二三四五六]\\)?|(?:\\([^()]{1,12}\\)){2})$`);
const ISSUING = '关于(?:印发|转发|下发|公布)';
const ISSUES = new RegExp(ISSUING);
const NOTICE = new RegExp(`${ISSUING}(?:<|《)([^《》]{4,80})(?:>|》)的?(?:通知|函)?`);
const QUOTED_TITLE = new RegExp(`${ISSUING}(.{4,60}(?:${KIND}|事项|措施|任务书|意见))的通知`);
/** 【栏目】 that a web page puts before a title. */
const BOX = /^【[^【】]{1,20}】\s*/;
/** A heading inside the document, and words that only head a column or a part. */
const PART_HEAD =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]+(?:部分|章)|\d{1,2}[.、](?!\d))|^(?:[任职责目标务工作体重点]{2,6})(?:分工|分解|安排|清单|方案|措施)$/;
const ISSUER_END = '(?:委员会|办公室|办公厅|人民政府|政府|管理局|局|委|厅|院|中心|处|署|办|所|公司)';
const ISSUER = new RegExp(
  `^((?:(?!贯彻|落实|转发|关于)[^《》【】\\d“”]){2,30}?${ISSUER_END})(?=贯彻|落实|关于|印发|\\d{4}|[〇一二三四五六七八九]{4}|政务|政府信息|年度|信息公开|工作|重点|公开|开展|推进|全面)`,
);
const ISSUER_LABEL =
  /^(?:发证机构|发布机构|发文机关|发文单位|制发机关|公开机构|信息来源|来源|发布单位)[:：]\s*([^\s:：]{2,30}?)(?=\s|$|更新时间|发布时间|发布日期|时间|日期|栏目|作者)/;
const SIGNATURE = new RegExp(`^.{2,30}${ISSUER_END}$`);
const DATE = `(\\d{4}|[〇一二三四五六七八九]{4})(?:年|[-./])(${NUMBER})(?:月|[-./])(${NUMBER})日?`;
const DATED_LABEL = new RegExp(`(?:成文日期|印发日期|发文日期|签发日期)[:\\s]*${DATE}`);
const ALONE = new RegExp(`^\\(?${DATE}(?:印发)?\\)?$`);
const PUBLISHED = new RegExp(`(?:发布时间|发布日期|产生日期|公开日期|生成日期|发表时间)[:\\s]*${DATE}`);
const LOST_MARKS = /^(20\d{2})(\d{1,2})(\d{1,2})$/;
const LOST_BRACKET = /([\u4e00-\u9fff]{2,10})〔(20\d{2})(\d{1,4})(?:号|\s|$|\))/;
const HEAD_LINES = 60;
const FIRST_LINES = 12;
const WITH_MONTH = /年.{1,3}月|\d[-./]\d/;

/** Reads title, year, date and issuer from the lines above the table and, for the date, below it. */
export function readHead(above: readonly HeadLine[], below: readonly HeadLine[]): PlanHead {
  const lines = above.slice(0, HEAD_LINES).concat(above.slice(HEAD_LINES).slice(-8));
  const title = titleIn(lines);
  const dated = dateIn([...lines, ...below.slice(-12)]);
  return {
    title,
    year: yearIn(title, lines) ?? (dated.on ? yearOf(dated.on) : null),
    issuedOn: dated.on,
    issuer: issuerIn(title, lines),
    damaged: [...dated.damaged, ...lostBrackets(lines)],
  };
}

function titleIn(lines: readonly HeadLine[]): string | null {
  for (const index of lines.keys()) {
    const notice = noticeAt(lines, index);
    if (notice !== null) return notice;
    const line = (lines[index]?.text ?? '').replace(BOX, '');
    if (!isTitleEnd(line)) continue;
    const title = withLinesAbove(line, lines, index);
    if (!PART_HEAD.test(fold(title))) return title;
  }
  return null;
}

function isTitleEnd(line: string): boolean {
  const folded = fold(line);
  if (line.length > 70 || /[:。,;]/.test(folded) || /^附[件表]/.test(folded)) return false;
  return TITLE_END.test(folded) || TITLE_COUNTED.test(folded);
}

/** A long title is printed on two or three centred lines. */
function withLinesAbove(line: string, lines: readonly HeadLine[], index: number): string {
  let title = line;
  for (let at = index - 1; at >= Math.max(0, index - 2) && startsInside(title); at -= 1) {
    const before = lines[at]?.text ?? '';
    if (!isTitleHead(before) && !isTitleStart(before)) break;
    title = `${before}${title}`;
  }
  return title;
}

/** The first line of a title, cut in the middle: an issuer or a year and the words behind it. */
function isTitleStart(text: string): boolean {
  const folded = fold(text);
  if (text.length < 6 || text.length > 40 || /[:。,;〔>|\s]|月|^第/.test(folded) || isTitleEnd(text)) return false;
  if (PART_HEAD.test(folded) || !/政务|公开|工作|重点|年度?$/.test(folded)) return false;
  return ISSUER.test(folded) || /^(?:20\d{2}|二[〇○]..)年/.test(folded);
}

/** 关于印发…的通知, which may run over three lines. */
function noticeAt(lines: readonly HeadLine[], index: number): string | null {
  const first = lines[index]?.text ?? '';
  if (!ISSUES.test(fold(first)) || first.length > 120) return null;
  for (let count = 1; count <= 3; count += 1) {
    const text = lines
      .slice(index, index + count)
      .map((line) => line.text.trim())
      .join('');
    const folded = fold(text);
    const notice = NOTICE.exec(folded) ?? QUOTED_TITLE.exec(folded);
    const start = notice ? notice.index + notice[0].indexOf(notice[1] ?? '') : 0;
    if (notice?.[1]) return text.slice(start, start + notice[1].length);
    if (/[:。;]/.test(folded)) return null;
  }
  return null;
}

/** The second line of a title: no issuer of its own. */
function startsInside(text: string): boolean {
  return !ISSUER.test(fold(text)) || /^(?:\d{4}年|[〇一二三四五六七八九]{4}年|政务|政府信息)/.test(fold(text));
}

function isTitleHead(text: string): boolean {
  return (
    text.length >= 4 &&
    text.length <= 40 &&
    !/[:。,;〔]/.test(fold(text)) &&
    /(?:局|委|委员会|厅|府|室|院|中心|办|会|的|年|贯彻|落实)$/.test(fold(text))
  );
}

function yearIn(title: string | null, lines: readonly HeadLine[]): number | null {
  const inTitle = yearWord(title ?? '');
  if (inTitle) return inTitle;
  for (const line of lines) {
    const number = /〔(\d{4})〕/.exec(line.text);
    if (number && line.text.length < 40) return Number(number[1]);
  }
  for (const line of lines) {
    const year = TITLE_END.test(fold(line.text)) && line.text.length < 70 ? yearWord(line.text) : null;
    if (year) return year;
  }
  return onlyYear(lines.slice(0, FIRST_LINES));
}

/** The year that short lines around the title state, if they state one: （2026年度）. */
function onlyYear(lines: readonly HeadLine[]): number | null {
  const years = lines
    .filter(({ text }) => text.length < 40 && !/[。:：]/.test(text) && !WITH_MONTH.test(fold(text)))
    .flatMap(({ text }) => (/年/.test(text) ? [yearWord(text)] : []))
    .filter((year) => year !== null);
  return new Set(years).size === 1 ? (years[0] ?? null) : null;
}

function yearWord(text: string): number | null {
  const match = /(20\d{2}|二〇[〇一二三四五六七八九]{2})年?度?/.exec(fold(text));
  const year = match && readNumeral(match[1] ?? '');
  return year && year >= 2000 && year < 2100 ? year : null;
}

function dateIn(lines: readonly HeadLine[]): { on: CivilDate | null; damaged: PlanHead['damaged'] } {
  for (const pattern of [DATED_LABEL, ALONE]) {
    for (const line of lines) {
      const on = dateFrom(pattern.exec(fold(line.text)));
      if (on) return { on, damaged: [] };
    }
  }
  const published =
    lines.map((line) => dateFrom(PUBLISHED.exec(fold(line.text)))).find((on) => on !== undefined) ?? null;
  for (const { text, place } of lines) {
    const on = withoutMarks(text, published);
    if (on) return { on, damaged: [{ kind: 'mangled-date', text, place, reading: on }] };
  }
  return { on: published, damaged: [] };
}

/** 201775 has one reading as a date not after the day of publication: 2017-07-05. */
function withoutMarks(text: string, published: CivilDate | null): CivilDate | undefined {
  if (!LOST_MARKS.test(text)) return undefined;
  const [year, rest] = [Number(text.slice(0, 4)), text.slice(4)];
  const readings = [1, 2].flatMap((width) => {
    const on =
      rest.length - width >= 1
        ? civilDateFrom(year, Number(rest.slice(0, width)), Number(rest.slice(width)))
        : undefined;
    return on && (!published || on <= published) ? [on] : [];
  });
  return readings.length === 1 ? readings[0] : undefined;
}

function dateFrom(match: RegExpExecArray | null): CivilDate | undefined {
  const [year, month, day] = [1, 2, 3].map((index) => readNumeral(match?.[index] ?? ''));
  return year && month && day ? civilDateFrom(year, month, day) : undefined;
}

function issuerIn(title: string | null, lines: readonly HeadLine[]): string | null {
  const inTitle = ISSUER.exec(fold(title ?? ''))?.[1];
  if (inTitle && title) return title.slice(0, inTitle.length);
  const labelled = lines.map((line) => ISSUER_LABEL.exec(fold(line.text))).find((match) => match !== null);
  if (labelled?.[1] && !/网站?$/.test(labelled[1])) return labelled[1];
  const dated = lines.findIndex((line) => ALONE.test(fold(line.text)) || LOST_MARKS.test(line.text));
  const notice = lines.findIndex((line) => fold(line.text).search(ISSUES) === 0);
  for (const at of [dated, notice]) {
    const above = at > 0 ? (lines[at - 1]?.text ?? '') : '';
    if (SIGNATURE.test(fold(above)) && !/[,。:;]/.test(fold(above))) return above;
  }
  return null;
}

function lostBrackets(lines: readonly HeadLine[]): PlanHead['damaged'] {
  const seen = new Set<string>();
  return lines.flatMap(({ text, place }) => {
    const match = LOST_BRACKET.exec(text);
    if (!match || seen.has(match[0])) return [];
    seen.add(match[0]);
    return [
      {
        kind: 'mangled-number',
        text: match[0].trim(),
        place,
        reading: `${match[1]}〔${match[2]}〕${match[3]}号`,
      } as const,
    ];
  });
}
