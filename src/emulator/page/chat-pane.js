// @ts-check
import { createComposer } from './composer.js';
import { h } from './dom.js';
import { createMessageList } from './message-list.js';
import { createUploads } from './uploads.js';
/** @typedef {import('../page-api.ts').PageChat} PageChat */
/** @typedef {import('../page-api.ts').PageMessage} PageMessage */

/**
 * The open chat: its name with a way back (phones), the messages, the composer.
 *
 * @param {HTMLElement} host
 * @param {{ onBack: () => void, onText: (text: string) => Promise<void>, fileTarget: import('./uploads.js').FileTarget, drawCard: (message: PageMessage) => HTMLElement }} told
 */
export function createChatPane(host, told) {
  const name = h('h2', {});
  const back = h(
    'button',
    {
      type: 'button',
      class: 'back',
      'aria-label': '返回会话列表',
      data: { testid: 'back' },
      on: { click: told.onBack },
    },
    '‹',
  );
  const scroller = h('div', { class: 'scroller', data: { testid: 'messages' }, tabindex: '0', 'aria-label': '消息' });
  const newer = h('button', { type: 'button', class: 'newer', hidden: true }, '新消息 ↓');
  const messages = createMessageList(scroller, newer, told.drawCard);
  const uploads = createUploads(told.fileTarget);
  const composer = createComposer(told.onText, uploads.add);
  const body = h('div', { class: 'chat-body' }, scroller, newer, uploads.node, composer.node);
  uploads.takeDrops(body);
  const hint = h('p', { class: 'hint' }, '请从左侧选择一个会话；右上角可以换成别人。');
  host.replaceChildren(h('div', { class: 'pane-head' }, back, name), body, hint);
  let shown = '';

  return {
    /**
     * @param {PageChat | null} chat
     * @param {readonly PageMessage[] | null} list
     * @param {{ as: string, now: number, bot: string }} viewer
     */
    update(chat, list, viewer) {
      body.hidden = chat === null;
      hint.hidden = chat !== null;
      back.hidden = chat === null;
      name.textContent = chat?.name ?? '';
      const key = chat === null ? '' : `${viewer.as}/${chat.chatId}`;
      if (key !== shown) {
        shown = key;
        messages.open(key);
        composer.open(key, chat === null ? '' : placeholderOf(chat, viewer.bot));
      }
      if (chat !== null && list !== null) messages.update(list, { ...viewer, group: chat.type === 'group' });
    },
  };
}

/** In a group a bot hears only what mentions it. @param {PageChat} chat @param {string} bot */
function placeholderOf(chat, bot) {
  return chat.type === 'group' ? `@${bot} 机器人才看得到` : `发送给 ${chat.name}`;
}
