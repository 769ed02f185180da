import { Command } from 'commander';
import { CliError, type Io } from '../io.ts';
import { withApp } from '../with-app.ts';

const GROUPS = { leaders: '领导小组群', liaisons: '联络人群' } as const;

/** `bind leaders|liaisons CHAT_ID`: which group gets what. */
export function bindCommand(io: Io): Command {
  const bind = new Command();
  for (const group of ['leaders', 'liaisons'] as const) {
    bind
      .command(group)
      .description(`绑定${GROUPS[group]}`)
      .argument('<群编号>', '以 oc_ 开头的 chat_id')
      .action(async (chatId: string) => {
        if (!/^oc_\S+$/.test(chatId))
          throw new CliError(`“${chatId}”不是群编号：请填以 oc_ 开头的 chat_id，可在 doctor 里查到。`);
        await withApp(io, { access: 'write' }, ({ deps }) => deps.settings.bindGroup(group, chatId));
        io.say(`已绑定${GROUPS[group]}：${chatId}。`);
      });
  }
  return bind;
}
