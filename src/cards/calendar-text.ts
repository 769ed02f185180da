import type { CalendarIssue } from '../domain/calendar/calendar-issue.ts';

/** What is wrong with a calendar file, where, and what to write instead. */
export function calendarIssueText({ kind, line, text, expected }: CalendarIssue): string {
  const place = line === null ? '' : `第 ${line} 行：`;
  switch (kind) {
    case 'not-json':
      return `${place}不是 JSON：请核对文件，应形如 ${expected}。`;
    case 'bad-shape':
      return `${place}${text} 的写法不对：应形如 ${expected}。`;
    case 'bad-date':
      return `${place}“${text}”不是日期：请写成 ${expected}。`;
    case 'bad-type':
      return `${place}“${text}”不是休或班：请写 ${expected}。`;
    case 'no-days':
      return `文件里没有放假或调休的日期：应形如 ${expected}。`;
    case 'contradiction':
      return `${place}${text} 既写了休又写了班：请保留一个。`;
    case 'make-up-on-weekday':
      return `${place}${text} 不是周末，不能调休上班：请核对日期。`;
    case 'outside-year':
      return `${place}${text} 不在所列年份内：请核对日期。`;
    case 'year-incomplete':
      return `${text} 年的放假安排不全：请补上${expected}，否则这些节日会被当作工作日。`;
  }
}
