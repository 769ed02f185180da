import { Command } from 'commander';
import { bearDueOccurrences } from '../../app/bear-due-occurrences.ts';
import { digestNumbers, drawWeeklyDigest, sendWeeklyDigest } from '../../app/send-weekly-digest.ts';
import { formatInstant, type Instant } from '../../domain/calendar/civil-date.ts';
import { type Io, printJson } from '../io.ts';
import { instantOption } from '../options.ts';
import { withApp } from '../with-app.ts';

/** `digest weekly --at INSTANT`: what the leadership group gets. */
export function digestCommand(io: Io): Command {
  const digest = new Command();
  digest
    .command('weekly')
    .description('周报')
    .requiredOption('--at <时刻>', '如 2026-03-30T09:00+08:00', instantOption)
    .option('--dry-run', '只看不发')
    .option('--json', '输出 JSON')
    .action(async ({ at, dryRun, json }: { at: Instant; dryRun?: boolean; json?: boolean }) => {
      const { drawn, sent } = await withApp(
        io,
        { access: dryRun ? 'rehearse' : 'write', overrides: { clock: { now: () => at } } },
        async ({ deps }) => {
          await bearDueOccurrences(deps);
          return { drawn: await drawWeeklyDigest(deps), sent: dryRun ? null : await sendWeeklyDigest(deps) };
        },
      );
      const numbers = digestNumbers(drawn.digest);
      if (json) printJson(io, { at: formatInstant(at), kind: 'weekly', to: drawn.to, numbers, card: drawn.card });
      else {
        const lines = Object.entries(numbers).map(([key, { value, definition }]) => `${key}\t${value}\t${definition}`);
        io.out(`${lines.join('\n')}\n`);
      }
      if (drawn.to === null) io.say('还没有绑定领导小组群：请先用 bind leaders 绑定，否则周报无处可发。');
      else if (sent) io.say(sent.queued > 0 ? '周报已排队。' : '这一周的周报此前已发，没有重复。');
    });
  return digest;
}
