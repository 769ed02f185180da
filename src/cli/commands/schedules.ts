import { Command } from 'commander';
import { loadCalendar } from '../../app/deps.ts';
import { dateWords } from '../../cards/words.ts';
import { nextRuns, type Schedule } from '../../domain/reminders/slots.ts';
import { type Io, printJson } from '../io.ts';
import { withApp } from '../with-app.ts';

const NAMES = { 'morning-cards': '待办卡片', 'weekly-digest': '周报', 'monthly-summary': '月度汇总审定稿' } as const;
const DAYS = {
  'working-day': '每个工作日',
  'week-start': '每周第一个工作日',
  'month-closed': '每月第四个工作日（上月关账后）',
} as const;

/** `schedules`: every schedule in words, with its next three runs. */
export function schedulesCommand(io: Io): Command {
  return new Command().option('--json', '输出 JSON').action(async ({ json }: { json?: boolean }) => {
    const rows = await withApp(io, { access: 'read' }, async ({ deps }) => {
      const [schedules, calendar] = await Promise.all([deps.schedules.list(), loadCalendar(deps)]);
      const now = deps.clock.now();
      return schedules.map((schedule) => ({
        name: schedule.name,
        meaning: meaningOf(schedule),
        next: nextRuns(schedule, now, calendar, 3).map((on) => ({ on, at: `${on}T${schedule.at}:00+08:00` })),
      }));
    });
    if (json) {
      printJson(
        io,
        rows.map(({ name, meaning, next }) => ({ name, meaning, next: next.map(({ at }) => at) })),
      );
      return;
    }
    for (const { meaning, next } of rows)
      io.out(`${meaning}；下三次：${next.map(({ on }) => dateWords(on)).join('、')}\n`);
  });
}

function meaningOf({ name, days, at, windowEnds, pausedUntil }: Schedule): string {
  const paused = pausedUntil ? `（暂停至 ${pausedUntil}）` : '';
  return `${DAYS[days]} ${at} 发${NAMES[name]}，错过的当天 ${windowEnds} 前补发一次${paused}`;
}
