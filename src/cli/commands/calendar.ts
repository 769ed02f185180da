import { basename, extname } from 'node:path';
import { Command } from 'commander';
import { decodeText } from '../../adapters/documents/text-document-reader.ts';
import { calendarIssueText } from '../../cards/calendar-text.ts';
import { clockOf } from '../../compose.ts';
import { civilDateOf, yearOf } from '../../domain/calendar/civil-date.ts';
import { parseCalendar } from '../../domain/calendar/parse-calendar.ts';
import { aboutFile, readInput } from '../about-file.ts';
import { CliError, type Io, printJson } from '../io.ts';
import { yearOption } from '../options.ts';
import { calendarFor, configOf, withApp } from '../with-app.ts';

/** `calendar [YYYY]` and `calendar import FILE`: the working-day calendar and where it comes from. */
export function calendarCommand(io: Io): Command {
  const calendar = new Command();
  calendar
    .command('show', { isDefault: true })
    .description('查看一年的放假和调休')
    .argument('[年份]', '默认今年', yearOption)
    .option('--json', '输出 JSON')
    .action(async (year: number | undefined, { json }: { json?: boolean }) => {
      const shown = year ?? yearOf(civilDateOf(clockOf(configOf(io)).now()));
      const arrangement = (await calendarFor(io)).arrangements.get(shown);
      if (json) {
        const { notice = null, issuedOn = null, daysOff = [], makeUpDays = [] } = arrangement ?? {};
        printJson(io, { year: shown, provisional: !arrangement, source: notice, issuedOn, daysOff, makeUpDays });
        return;
      }
      if (!arrangement) {
        io.out(`${shown} 年的放假安排尚未公布或尚未导入：暂按周一至周五及固定日期的法定节假日计算，日期均为暂定。\n`);
        return;
      }
      const off = arrangement.daysOff.map(
        ({ name, from, to }) => `${name}　${from}${to === from ? '' : ` 至 ${to}`} 放假`,
      );
      const worked = arrangement.makeUpDays.map(({ on, forHoliday }) => `${forHoliday}　${on} 调休上班`);
      io.out([`${shown} 年　来源：${arrangement.notice}`, ...off, ...worked, ''].join('\n'));
    });
  calendar
    .command('import')
    .description('导入放假安排（.ics、.json、.csv）')
    .argument('<文件>')
    .action(async (file: string) => {
      const format = formatOf(file);
      const bytes = await readInput(io, file);
      const text = await aboutFile(file, async () => decodeText(bytes));
      const parsed = parseCalendar({ text, format, fileName: basename(file) });
      if (!parsed.ok) {
        throw new CliError(`${file} 没有导入：\n${parsed.error.issues.map(calendarIssueText).join('\n')}`);
      }
      await withApp(io, { access: 'write' }, ({ deps }) => deps.settings.saveYears(parsed.value));
      io.say(`已导入 ${parsed.value.map(({ year }) => year).join('、')} 年的放假安排，今后的计算按此进行。`);
    });
  return calendar;
}

function formatOf(file: string): 'csv' | 'json' | 'ics' {
  const ending = extname(file).toLowerCase();
  if (ending === '.csv') return 'csv';
  if (ending === '.json') return 'json';
  if (ending === '.ics') return 'ics';
  throw new CliError(`${file} 不是 .ics、.json 或 .csv 文件：请换成其中一种格式。`);
}
