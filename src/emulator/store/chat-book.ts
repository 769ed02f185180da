import { newId, stableId } from '../ids.ts';
import type { TenantGroup } from '../options.ts';
import type { Directory } from './directory.ts';

export interface Chat {
  readonly chatId: string;
  readonly type: 'p2p' | 'group';
  readonly name: string;
  readonly description: string;
  readonly ownerId: string;
  /** People, by open_id. */
  readonly members: ReadonlySet<string>;
  /** Bots, by app id. */
  readonly apps: ReadonlySet<string>;
}

/** Groups and the chats between one person and one bot, which exist from the start. */
export class ChatBook {
  readonly #chats = new Map<string, Chat>();

  constructor(directory: Directory, groups: readonly TenantGroup[]) {
    const apps = directory.apps.map((app) => app.appId);
    for (const app of directory.apps) {
      for (const user of directory.users) {
        const chatId = p2pChatId(app.appId, user.openId);
        this.#chats.set(chatId, {
          chatId,
          type: 'p2p',
          name: app.botName,
          description: '',
          ownerId: user.openId,
          members: new Set([user.openId]),
          apps: new Set([app.appId]),
        });
      }
    }
    for (const group of groups) {
      this.#chats.set(group.chatId, {
        chatId: group.chatId,
        type: 'group',
        name: group.name,
        description: '',
        ownerId: group.memberOpenIds[0] ?? '',
        members: new Set(group.memberOpenIds),
        apps: new Set(group.botInside ? apps : []),
      });
    }
  }

  find(chatId: string): Chat | undefined {
    return this.#chats.get(chatId);
  }

  groupsOf(appId: string): readonly Chat[] {
    return [...this.#chats.values()].filter((chat) => chat.type === 'group' && chat.apps.has(appId));
  }

  chatsOf(openId: string): readonly Chat[] {
    return [...this.#chats.values()].filter((chat) => chat.members.has(openId));
  }

  createGroup(group: Pick<Chat, 'name' | 'description' | 'ownerId' | 'members' | 'apps'>): Chat {
    const chat: Chat = { ...group, chatId: newId('oc_'), type: 'group' };
    this.#chats.set(chat.chatId, chat);
    return chat;
  }

  setBotInside(chat: Chat, appId: string, inside: boolean): void {
    const apps = new Set(chat.apps);
    if (inside) apps.add(appId);
    else apps.delete(appId);
    this.#chats.set(chat.chatId, { ...chat, apps });
  }
}

export function p2pChatId(appId: string, openId: string): string {
  return stableId('oc_', appId, openId);
}
