import { Command } from 'commander';
import { bearDueOccurrences } from '../../app/bear-due-occurrences.ts';
import { type MorningPlan, previewMorningCards, sendMorningCards } from '../../app/send-morning-cards.ts';
import { formatInstant, type Instant } from '../../domain/calendar/civil-date.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { NudgeSilence } from '../../domain/quotas/plan-quota-nudges.ts';
import type { ReminderPlan, ReminderReason } from '../../domain/reminders/plan-reminders.ts';
import { type Io, printJson } from '../io.ts';
import { instantOption } from '../options.ts';
import { textTable } from '../tables/columns.ts';
import { SILENT_WORDS } from '../tables/silent-words.ts';
import { withApp } from '../with-app.ts';

/** `remind --at INSTANT`: what the morning queues, and why the rest is silent. */
export function remindCommand(io: Io): Command {
  return new Command()
    .requiredOption('--at <时刻>', '如 2026-03-30T09:00+08:00', instantOption)
    .option('--dry-run', '只看不发')
    .option('--json', '输出 JSON')
    .action(async ({ at, dryRun, json }: { at: Instant; dryRun?: boolean; json?: boolean }) => {
      const { plan, queued } = await withApp(
        io,
        { access: dryRun ? 'rehearse' : 'write', overrides: { clock: { now: () => at } } },
        async ({ deps }) => {
          // What begins by then belongs to the answer; a rehearsal is on a copy.
          await bearDueOccurrences(deps);
          const preview = await previewMorningCards(deps);
          return { plan: preview, queued: dryRun ? null : (await sendMorningCards(deps)).queued };
        },
      );
      if (json) printJson(io, remindJson(at, plan));
      else io.out(remindTable(plan));
      const cards = queued === null ? `将发出 ${plan.send.length} 张卡片` : `已排队 ${queued} 张卡片`;
      io.say(`${cards}，${plan.silent.length} 件不提醒。`);
    });
}

function remindJson(at: Instant, { send, silent }: ReminderPlan) {
  return {
    at: formatInstant(at),
    send: send.map(({ person, officeName, partIds, errands, reason }) => ({
      to: { openId: person.openId, name: person.name, office: officeName },
      purpose: 'morning-card',
      parts: [...new Set([...partIds, ...Object.values(errands).flat()])],
      reason,
    })),
    silent: silent.map(({ partId, reason }) => ({ part: partId, reason })),
  };
}

function remindTable({ send, silent, nudges }: MorningPlan): string {
  const cards = textTable(
    ['收件人', '单位', '件数', '缘由'],
    send.map(({ person, officeName, partIds, errands, reason }) => [
      person.name,
      officeName,
      String(new Set([...partIds, ...Object.values(errands).flat()]).size),
      reasonWords(reason),
    ]),
    [12, 24, 6, 24],
  );
  const quiet = countedWords(silent.map(({ reason }) => SILENT_WORDS[reason]));
  const counters = countedWords(nudges.silent.map(({ reason }) => NUDGE_SILENT_WORDS[reason]));
  return `${cards}\n不提醒：${quiet || '无'}\n${counters === '' ? '' : `报送指标不提醒：${counters}\n`}`;
}

function countedWords(words: readonly string[]): string {
  return [...groupBy(words, (why) => why)].map(([why, own]) => `${why} ${own.length} 件`).join('，');
}

const NUDGE_SILENT_WORDS: Readonly<Record<NudgeSilence, string>> = {
  'rest-day': '休息日',
  met: '已达标',
  'in-review': '待审核的已够数',
  'on-pace': '进度正常',
  'told-already': '本期已提醒',
  'no-liaison': '没有联络人',
  'no-open-id': '联络人未关联飞书账号',
};

const REASON_WORDS: Partial<Readonly<Record<ReminderReason, string>>> = {
  overdue: '逾期',
  news: '有新情况须知',
  heartbeat: '动态事项确认',
  'past-at-birth': '印发前已到期，请补报',
  review: '待审核',
  escalated: '下级逾期',
  returned: '多次退文',
  stagnant: '停滞',
  awaited: '待补时限',
  quota: '报送进度',
};

function reasonWords(reason: ReminderReason): string {
  return REASON_WORDS[reason] ?? `到期前 ${reason.slice(2)} 个工作日`;
}
