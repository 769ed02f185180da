import { botOpenId } from '../api/bot.ts';
import type { Platform } from '../platform.ts';
import type { Chat } from '../store/chat-book.ts';
import type { Mention } from '../store/message-book.ts';

/** Typed text as the platform stores it: `@name` of people and bots in the chat becomes a numbered placeholder. */
export function writeText(
  platform: Platform,
  chat: Chat,
  typed: string,
): { text: string; mentions: readonly Mention[] } {
  if (chat.type === 'p2p') return { text: typed, mentions: [] };
  const bots = platform.directory.apps
    .filter((app) => chat.apps.has(app.appId))
    .map((app) => ({ openId: botOpenId(app.appId), name: app.botName }));
  const people = platform.directory.users.filter((user) => chat.members.has(user.openId));
  const mentions: Mention[] = [];
  let text = typed.replaceAll('@所有人', '@_all');
  // Longer names first, so that 张三丰 is not taken for 张三.
  for (const { openId, name } of [...bots, ...people].toSorted((one, other) => other.name.length - one.name.length)) {
    if (!text.includes(`@${name}`)) continue;
    const key = `@_user_${mentions.length + 1}`;
    text = text.replaceAll(`@${name}`, key);
    mentions.push({ key, openId, name });
  }
  return { text, mentions };
}
