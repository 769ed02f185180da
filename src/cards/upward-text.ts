import type { CivilDate, Instant } from '../domain/calendar/civil-date.ts';
import { civilDateOf } from '../domain/calendar/civil-date.ts';
import type { RowStanding } from '../domain/look-back/row-standing.ts';
import { clip, dayWords, fullDayWords, momentWords } from './words.ts';

/** A row of a superior's plan as the bureau reports it upwards. */
export interface UpwardRow {
  readonly no: string | null;
  readonly text: string;
  readonly standing: RowStanding;
  /** The offices that carry it out, in the plan's order. */
  readonly offices: readonly {
    readonly name: string;
    readonly standing: RowStanding;
    /** Times that it was due, and how many of them are reported done. */
    readonly parts: number;
    readonly closed: number;
  }[];
  /** Only where all of it is done. */
  readonly closedOn: CivilDate | null;
  /** The newest answer, without who gave it. */
  readonly latest: { readonly at: Instant; readonly note: string } | null;
  readonly links: readonly string[];
}

export const UPWARD_COLUMNS = ['序号', '工作任务', '承办单位', '办理情况', '办结时间', '最新进展', '佐证链接'] as const;

export const STANDING_WORDS: Readonly<Record<RowStanding, string>> = {
  done: '已办结',
  'under-way': '办理中',
  overdue: '逾期',
  none: '无对应任务',
};

export function upwardTitle(planTitle: string): string {
  return `《${planTitle}》落实情况报告`;
}

/** One text a column. People are never named: the report leaves the house. */
export function upwardCells(row: UpwardRow, today: CivilDate): readonly string[] {
  return [
    row.no ?? '',
    row.text,
    row.offices.map(({ name }) => name).join('、'),
    standingCell(row),
    row.closedOn === null ? '' : fullDayWords(row.closedOn),
    row.latest === null ? '' : `${dayWords(civilDateOf(row.latest.at), today)}：${firstSentence(row.latest.note)}`,
    row.links.join('\n'),
  ];
}

/** One line an office where several carry it out, so that the reader sees with whom it is. */
function standingCell({ standing, offices }: UpwardRow): string {
  const lines = offices.map(({ name, standing: own, parts, closed }) => {
    return `${name}：${STANDING_WORDS[own]}${parts > 1 ? `（已报 ${closed}/${parts} 期）` : ''}`;
  });
  return offices.length < 2 && (offices[0]?.parts ?? 0) < 2
    ? STANDING_WORDS[standing]
    : [STANDING_WORDS[standing], ...lines].join('\n');
}

/** The first sentence of a longer answer. */
function firstSentence(note: string): string {
  const end = note.search(/[。！？!?\n]/u);
  return clip(end > 0 ? note.slice(0, end) : note, 80);
}

/** `共 12 项，已办结 5 项，办理中 4 项，逾期 1 项，无对应任务 2 项`. */
export function upwardCounts(rows: readonly Pick<UpwardRow, 'standing'>[]): string {
  const count = (standing: RowStanding) => rows.filter((row) => row.standing === standing).length;
  const kinds = (['done', 'under-way', 'overdue', 'none'] as const).map(
    (standing) => `${STANDING_WORDS[standing]} ${count(standing)} 项`,
  );
  return `共 ${rows.length} 项，${kinds.join('，')}`;
}

/** What the states mean, under the counts. */
export function upwardDefinition(at: Instant): string {
  return `口径：以上级计划的一项为一项。有一个承办单位时限已过、未报办结的为逾期；各承办单位均已报办结、本年度不再到期的为已办结；其余为办理中；本单位计划中没有对应任务的单列。数据截至 ${momentWords(at)}。`;
}
