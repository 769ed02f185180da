import type { Deps } from '../app/deps.ts';
import type { MenuPress } from '../ports/inbound.ts';
import { handleText } from './text-message.ts';

/** Items of the bot's menu by the `event_key` that an administrator gives them, with the word that does the same. */
export const MENU_WORDS: Readonly<Record<string, string>> = {
  my_tasks: '我的任务',
  overdue: '逾期',
  register: '登记',
  submit: '报送',
  press: '发布会',
  my_quotas: '本月报送',
  review_submissions: '审核报送',
  review: '审核',
  rates: '比率',
  leave: '请假',
  back: '销假',
  undo: '撤回',
  help: '帮助',
};

/** A press on the bot's menu does what the word does, in the person's own chat. An item that we do not know brings the help. */
export async function handleMenu(deps: Deps, { eventId, at, actorOpenId, key }: MenuPress): Promise<void> {
  const text = (Object.hasOwn(MENU_WORDS, key) ? MENU_WORDS[key] : undefined) ?? '帮助';
  await handleText(deps, { eventId, at, senderOpenId: actorOpenId, messageId: '', chatId: '', chatType: 'p2p', text });
}
