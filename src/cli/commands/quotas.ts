import { Command } from 'commander';
import { loadCounters } from '../../app/quotas/load-counters.ts';
import { fullMonthWords } from '../../cards/monthly-text.ts';
import { periodWords } from '../../cards/period-words.ts';
import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import { monthSpan } from '../../domain/calendar/month.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import { hundredths } from '../../domain/quotas/tally.ts';
import { isBeforePlans } from '../../domain/reports/month-figures.ts';
import { type Io, printJson } from '../io.ts';
import { monthOption } from '../options.ts';
import { textTable } from '../tables/columns.ts';
import { withApp } from '../with-app.ts';

/** `quotas --month YYYY-MM`: every quota in its period that holds the month's last day, office by office. */
export function quotasCommand(io: Io): Command {
  return new Command()
    .requiredOption('--month <月份>', '如 2026-03', monthOption)
    .option('--json', '输出 JSON')
    .action(async ({ month, json }: { readonly month: string; readonly json?: boolean }) => {
      const { counters, directory, plans, today } = await withApp(io, { access: 'read' }, async ({ deps }) => ({
        ...(await loadCounters(deps, monthSpan(month).to)),
        plans: (await deps.ledger.listPlans()).filter(({ state }) => state === 'published'),
        today: civilDateOf(deps.clock.now()),
      }));
      const names = new Map(directory.offices.map(({ id, name }) => [id, name]));
      const officeOf = ({ officeId }: Counter) => (officeId === null ? null : (names.get(officeId) ?? officeId));
      if (json) printJson(io, { month, counters: counters.map((counter) => counterJson(counter, officeOf(counter))) });
      else if (counters.length > 0) io.out(quotaTable(counters, officeOf));
      if (counters.length === 0) io.say('已发布的计划里没有数量指标。');
      else if (isBeforePlans(month, plans))
        io.say(`${fullMonthWords(month)}还没有在用的计划：所列指标从计划年度起算。`);
      else if (monthSpan(month).from > today)
        io.say(`${fullMonthWords(month)}还没有开始：请选本月或以前的月份看完成数。`);
    });
}

function counterJson({ rule, period, target, accepted, submitted, met }: Counter, office: string | null) {
  return { rule: rule.phrase, office, period: period.key, target, accepted, submitted, met };
}

function quotaTable(counters: readonly Counter[], officeOf: (counter: Counter) => string | null): string {
  const rows = counters.map((counter) => {
    const { rule, period, target, accepted, submitted } = counter;
    const gap = hundredths(Math.max(0, target - accepted));
    return [
      rule.phrase,
      officeOf(counter) ?? '全部单位合计',
      periodWords(period.key),
      String(target),
      String(submitted),
      String(accepted),
      gap === 0 ? '达标' : `还差 ${gap}`,
    ];
  });
  return textTable(['指标', '单位', '期间', '应完成', '报送', '采用', '结果'], rows, [36, 24, 12, 6, 6, 6, 10]);
}
