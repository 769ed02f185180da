import { Command } from 'commander';
import { ruleWords } from '../../cards/rule-words.ts';
import {
  type CivilDate,
  civil,
  civilDateOf,
  formatInstant,
  type Instant,
  parseCivilDate,
  parseInstant,
} from '../../domain/calendar/civil-date.ts';
import { deadlineOf, type NoDeadline } from '../../domain/ledger/due-dates.ts';
import { readDeadline } from '../../domain/plan/phrases/read-deadline.ts';
import type { Rule } from '../../domain/plan/rule.ts';
import { CliError, type Io, printJson } from '../io.ts';
import { dateOption, yearOption } from '../options.ts';
import { calendarFor } from '../with-app.ts';

interface Options {
  readonly year: number;
  readonly event?: string;
  readonly issued?: CivilDate;
  readonly json?: boolean;
}

/** `deadline PHRASE`: how a phrase is read, and the date counted day by day. */
export function deadlineCommand(io: Io): Command {
  return new Command()
    .argument('<时限>', '如“批准发出之日起20个工作日内”')
    .requiredOption('--year <年份>', '计划年度', yearOption)
    .option('--event <日期>', '起算的日期或时刻，如 2026-03-30 或 2026-03-30T10:00')
    .option('--issued <日期>', '成文日期', dateOption)
    .option('--json', '输出 JSON')
    .action(async (phrase: string, options: Options) => {
      const event = options.event === undefined ? undefined : eventOf(options.event);
      const context = { year: options.year, issuedOn: options.issued ?? null, place: 'deadline-cell' as const };
      const { rules } = readDeadline(phrase, context);
      if (rules.length === 0) {
        if (options.json) printJson(io, { rules, due: null, dueAt: null, days: [] });
        throw new CliError(`读不懂“${phrase}”：不会猜日期，导入时会列入疑点，请人工确认。`, 1);
      }
      const today = startOf(options);
      const calendar = await calendarFor(io);
      const dues = rules.map((rule) => deadlineOf(rule, { event, today, calendar }));
      const first = dues.find((due) => due.ok)?.value;
      const { dueOn = null, dueAt = null, days = [] } = first ?? {};
      if (options.json) printJson(io, { rules, due: dueOn, dueAt: dueAt === null ? null : formatInstant(dueAt), days });
      else io.out(wordsOf(rules, dues));
      const remedies = first ? [] : dues.map((due) => (due.ok ? null : remedyFor(due.error)));
      for (const remedy of new Set(remedies)) if (remedy !== null) io.say(remedy);
      if (first?.provisional) io.say('所在年份的放假安排尚未公布，日期为暂定。');
    });
}

/** What to add to the command line where the clock cannot run yet; nothing where the rule has no date at all. */
function remedyFor(why: NoDeadline): string | null {
  switch (why.kind) {
    case 'event-missing':
      return `还不知道“${why.event || '事件'}”是哪一天：请加上 --event，如 --event 2026-03-30。`;
    case 'event-time-missing':
      return '按小时计算须写明几点几分：请把 --event 写成 2026-03-30T10:00 的样子。';
    case 'span-too-long':
      return `${why.n} 超出可计算的范围（最多 ${why.most}）：请核对原文。`;
    case 'no-deadline':
      return null;
  }
}

/** A repeating rule answers with its first due date of the plan's year, or after the day of issue. */
function startOf({ year, issued }: Options): CivilDate {
  return issued ?? civil(`${year}-01-01`);
}

function eventOf(text: string): CivilDate | Instant {
  const padded = text
    .trim()
    .replace(/[T ](\d):/, 'T0$1:')
    .replace(' ', 'T');
  const event = parseCivilDate(padded) ?? parseInstant(padded) ?? parseInstant(`${padded}+08:00`);
  if (event === undefined) throw new CliError(`--event 的“${text}”不是日期：请写成 2026-03-30 或 2026-03-30T10:00。`);
  return event;
}

type Due = ReturnType<typeof deadlineOf>;

/** How the phrase was read, then each of its dates with its count; several are told apart by their rules. */
function wordsOf(rules: readonly Rule[], dues: readonly Due[]): string {
  const known = dues.flatMap((due, index) => (due.ok ? [{ rule: rules[index], ...due.value }] : []));
  const read = `读作：${rules.map(ruleWords).join('；')}`;
  if (known.length === 0) return [read, '到期：没有固定日期', ''].join('\n');
  const blocks = known.flatMap(({ rule, dueOn, dueAt, days }) => {
    const end = dueAt === null ? dueOn : `${civilDateOf(dueAt)}（${formatInstant(dueAt)}）`;
    const about = known.length > 1 && rule ? `（${ruleWords(rule)}）` : '';
    return [`到期${about}：${end}`, ...countedLines(days)];
  });
  return [read, ...blocks, ''].join('\n');
}

function countedLines(days: readonly { on: CivilDate; counts: boolean; why: string }[]): readonly string[] {
  let count = 0;
  return days.map(({ on, counts, why }) => {
    if (counts) count += 1;
    return `${on}　${why}${counts ? `　第 ${count} 日` : ''}`;
  });
}
