import { Command } from 'commander';
import { bearDueOccurrences } from '../../app/bear-due-occurrences.ts';
import { loadDoneParts } from '../../app/load-digest-parts.ts';
import { draftMonthlySummary } from '../../app/monthly/draft-summary.ts';
import { drawMonthlySummary } from '../../app/monthly/draw-monthly-summary.ts';
import { digestNumbers, drawWeeklyDigest, queueWeeklyDigest } from '../../app/send-weekly-digest.ts';
import { noDraftText } from '../../cards/monthly-approval-text.ts';
import { monthlyNumberWords } from '../../cards/monthly-definitions.ts';
import { fullMonthWords } from '../../cards/monthly-text.ts';
import { WEEKLY_NAMES } from '../../cards/weekly-definitions.ts';
import { civilDateOf, formatInstant, type Instant } from '../../domain/calendar/civil-date.ts';
import { lastMonthOver } from '../../domain/calendar/month.ts';
import { type Io, printJson } from '../io.ts';
import { instantOption } from '../options.ts';
import { textTable } from '../tables/columns.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly at: Instant;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `digest weekly|monthly --at INSTANT`: what the leadership group gets, the month after approval. */
export function digestCommand(io: Io): Command {
  const digest = new Command();
  const kind = (name: string, description: string) =>
    digest
      .command(name)
      .description(description)
      .requiredOption('--at <时刻>', '如 2026-03-30T09:00+08:00', instantOption)
      .option('--dry-run', '只看不发')
      .option('--json', '输出 JSON');
  kind('weekly', '周报').action((options: Options) => weekly(io, options));
  kind('monthly', '月度汇总：该时刻前最近一个完整的月').action((options: Options) => monthly(io, options));
  return digest;
}

async function weekly(io: Io, { at, dryRun, json }: Options): Promise<void> {
  const { drawn, done, sent } = await withApp(io, useAt(at, dryRun), async ({ deps }) => {
    await bearDueOccurrences(deps);
    const whole = await drawWeeklyDigest(deps);
    return {
      drawn: whole,
      // Whoever reads the table is not told which they are.
      done: json ? await loadDoneParts(deps) : [],
      sent: dryRun ? null : await queueWeeklyDigest(deps, whole),
    };
  });
  const numbers = digestNumbers(drawn.digest, done);
  if (json) printJson(io, { at: formatInstant(at), kind: 'weekly', to: drawn.to, numbers, card: drawn.card });
  else io.out(weeklyTable(numbers));
  if (drawn.to === null) io.say('还没有绑定领导小组群：请先用 bind leaders 绑定，否则周报无处可发。');
  else if (sent) io.say(sent.queued > 0 ? '周报已排队。' : '这一周的周报此前已发，没有重复。');
}

async function monthly(io: Io, { at, dryRun, json }: Options): Promise<void> {
  const month = lastMonthOver(civilDateOf(at));
  const { drawn, drafted } = await withApp(io, useAt(at, dryRun), async ({ deps }) => {
    await bearDueOccurrences(deps);
    const whole = await drawMonthlySummary(deps, { month, withRecords: json === true });
    return { drawn: whole, drafted: dryRun ? null : await draftMonthlySummary(deps, { month }) };
  });
  const { numbers, to, card } = drawn;
  if (json) printJson(io, { at: formatInstant(at), kind: 'monthly', to, numbers, card });
  else {
    io.out(`${fullMonthWords(month)}\n${monthlyTable(numbers)}`);
  }
  const why = drafted ? drafted.why : drawn.why;
  if (why !== null) io.say(noDraftText(why, month));
  else if (drafted) io.say(`${fullMonthWords(month)}汇总已拟稿，送 ${drafted.queued} 人审定；同意后才发到领导小组群。`);
}

function useAt(at: Instant, dryRun: boolean | undefined) {
  return { access: dryRun ? 'rehearse' : 'write', overrides: { clock: { now: () => at } } } as const;
}

type Numbers = Readonly<Record<string, { readonly value: number; readonly definition: string }>>;

function weeklyTable(numbers: Numbers): string {
  const names: Readonly<Record<string, string>> = WEEKLY_NAMES;
  return numberTable(numbers, (key) => ({ words: names[key] ?? key, isPercent: key === 'completion' }));
}

function monthlyTable(numbers: Numbers): string {
  return numberTable(numbers, monthlyNumberWords);
}

function numberTable(numbers: Numbers, nameOf: typeof monthlyNumberWords): string {
  const rows = Object.entries(numbers).map(([key, { value, definition }]) => {
    const { words, isPercent } = nameOf(key);
    return [words, `${value}${isPercent ? ' %' : ''}`, definition];
  });
  return textTable(['名称', '数', '口径'], rows, [48, 10, 100]);
}
