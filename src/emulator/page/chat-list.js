// @ts-check
import { h } from './dom.js';
import { avatar, groupAvatar } from './people.js';
import { listTime } from './times.js';
/** @typedef {import('../page-api.ts').PageState} PageState */
/** @typedef {import('../page-api.ts').PageChat} PageChat */

/**
 * @param {HTMLElement} host
 * @param {(chatId: string) => void} onOpen
 */
export function createChatList(host, onOpen) {
  const title = h('h1', {});
  const list = h('ul', {});
  const empty = h('p', { class: 'hint' }, '还没有会话。机器人发来消息后会出现在这里。');
  host.replaceChildren(h('div', { class: 'pane-head' }, title), list, empty);
  let drawn = '';

  return {
    /** @param {PageState} state @param {string | null} openChat */
    update(state, openChat) {
      const wanted = JSON.stringify([state.tenantName, state.chats, openChat, listDay(state.now)]);
      if (wanted === drawn) return;
      drawn = wanted;
      title.textContent = state.tenantName;
      empty.hidden = state.chats.length > 0;
      const focused = document.activeElement?.getAttribute('data-chat-id');
      list.replaceChildren(
        ...state.chats.map((chat) => h('li', {}, drawChat(chat, state.now, chat.chatId === openChat))),
      );
      if (focused) list.querySelector(`[data-chat-id="${CSS.escape(focused)}"]`)?.focus();
    },
  };

  /** @param {PageChat} chat @param {number} now @param {boolean} open */
  function drawChat(chat, now, open) {
    return h(
      'button',
      {
        type: 'button',
        class: 'chat-item',
        data: { testid: 'chat-item', chatId: chat.chatId, unread: chat.unread },
        'aria-current': open ? 'true' : null,
        on: { click: () => onOpen(chat.chatId) },
      },
      chat.type === 'group' ? groupAvatar(chat.name) : avatar(chat.name),
      h(
        'span',
        { class: 'chat-words' },
        h(
          'span',
          { class: 'chat-line' },
          h('span', { class: 'chat-name' }, chat.name),
          h('time', {}, chat.lastAt === null ? '' : listTime(chat.lastAt, now)),
        ),
        h(
          'span',
          { class: 'chat-line' },
          h('span', { class: 'chat-preview' }, chat.preview),
          chat.unread > 0 &&
            h(
              'span',
              { class: 'badge', data: { testid: 'unread' }, 'aria-label': `${chat.unread} 条未读` },
              chat.unread > 99 ? '99+' : chat.unread,
            ),
        ),
      ),
    );
  }
}

/** The words of the list change with the day, not with every minute. @param {number} now */
function listDay(now) {
  return listTime(0, now) + Math.floor((now + 8 * 3_600_000) / 86_400_000);
}
