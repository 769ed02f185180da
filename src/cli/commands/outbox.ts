import { Command } from 'commander';
import { type Io, printJson } from '../io.ts';
import { textTable } from '../tables/columns.ts';
import { PURPOSE_WORDS } from '../tables/purpose-words.ts';
import { withApp } from '../with-app.ts';

/** `outbox`: what waits, what went, what did not arrive (未送达) and why. */
export function outboxCommand(io: Io): Command {
  return new Command().option('--json', '输出 JSON').action(async ({ json }: { json?: boolean }) => {
    const { summary, people } = await withApp(io, { access: 'read' }, async ({ deps }) => ({
      summary: await deps.outbox.summary(),
      people: (await deps.directory.load()).people,
    }));
    const failed = summary.failed.map(({ id, to, purpose, reason, attempts }) => ({
      id,
      to: to.type === 'group' ? to.chatId : (people.find((person) => person.id === to.personId)?.name ?? to.openId),
      purpose,
      reason: reason ?? '',
      attempts,
    }));
    if (json) {
      printJson(io, { queued: summary.queued, sent: summary.sent, failed });
      return;
    }
    io.out(
      `待发 ${summary.queued} 条，已发 ${summary.sent} 条，未发 ${summary.withheld} 条（无需再发），未送达 ${failed.length} 条\n`,
    );
    if (failed.length > 0) {
      io.out(
        textTable(
          ['收件人', '用途', '原因'],
          failed.map(({ to, purpose, reason }) => [to, PURPOSE_WORDS[purpose], reason]),
          [24, 20, 60],
        ),
      );
    }
  });
}
