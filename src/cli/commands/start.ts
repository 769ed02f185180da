import { Command } from 'commander';
import { compose } from '../../compose.ts';
import { assertPortFree } from '../assert-port-free.ts';
import { CliError, type Io } from '../io.ts';
import { runApp } from '../run-app.ts';
import { configOf } from '../with-app.ts';

/** `start`: the bot, until it is asked to stop. */
export function startCommand(io: Io): Command {
  return new Command().action(async () => {
    const config = configOf(io);
    if (!config.app) {
      throw new CliError(
        '没有设置 LARK_APP_ID 和 LARK_APP_SECRET：请从开放平台“凭证与基础信息”复制；只想试用请运行 npm run demo。',
      );
    }
    await assertPortFree(config.port);
    const app = await compose(config);
    try {
      const running = await runApp(app, config.port);
      io.say(`督办机器人已启动，探针在 http://127.0.0.1:${running.port}/healthz。`);
      await io.untilStopped();
      await running.stop();
    } finally {
      await app.close();
    }
  });
}
