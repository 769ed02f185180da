import type { Deps } from '../app/deps.ts';
import { sendMyTasks } from '../app/my-tasks.ts';
import { replyWithText } from '../app/reply-with-text.ts';
import { isAdministrator } from '../app/review/administrator.ts';
import { helpText, refusalText, unknownWordText } from '../cards/text.ts';
import type { TextMessage } from '../ports/inbound.ts';

const MY_TASKS = /^(我的)?(全部)?任务$/;
const HELP = /^(帮助|help|\?|？)$/i;

/** Answers what a person writes to the bot: 我的任务, 帮助, and a hint for anything else. */
export async function handleText(deps: Deps, message: TextMessage): Promise<void> {
  const word = message.text.trim();
  if (MY_TASKS.test(word)) {
    const sent = await sendMyTasks(deps, { actorOpenId: message.senderOpenId, eventId: message.eventId });
    if (!sent.ok) await replyWithText(deps, message, refusalText(sent.error));
    return;
  }
  if (!HELP.test(word)) {
    await replyWithText(deps, message, unknownWordText());
    return;
  }
  const administrator = await isAdministrator(deps, message.senderOpenId);
  await replyWithText(deps, message, helpText({ administrator }));
}
