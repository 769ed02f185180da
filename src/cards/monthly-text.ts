/** `11月` of `2017-11`. */
export function monthWords(month: string): string {
  return `${Number(month.slice(5))}月`;
}

/** `2017年11月` */
export function fullMonthWords(month: string): string {
  return `${month.slice(0, 4)}年${monthWords(month)}`;
}

/** The title of a month's card. */
export function monthTitle(month: string): string {
  return `政务公开月度汇总 · ${fullMonthWords(month)}`;
}

/** A heading of the plan; rows may stand under none. */
export function areaWords(area: string | null): string {
  return area ?? '其他';
}
