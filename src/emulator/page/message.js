// @ts-check
import { fileAddress } from './api.js';
import { h } from './dom.js';
import { fileLabel } from './file-label.js';
import { avatar } from './people.js';
import { drawPicture } from './picture.js';
import { drawPost, drawText } from './rich-text.js';

/** @typedef {import('../page-api.ts').PageMessage} PageMessage */

/** What this page does not play or open. @type {Record<string, string>} */
const OTHER_KINDS = { audio: '［语音］', media: '［视频］', sticker: '［表情］', folder: '［文件夹］' };

/**
 * One message: avatar, sender's name (groups), bubble or card. Its time is filled in by the list.
 *
 * @param {PageMessage} message
 * @param {{ as: string, group: boolean }} viewer
 * @param {(message: PageMessage) => HTMLElement} drawCard
 * @returns {HTMLElement}
 */
export function drawMessage(message, viewer, drawCard) {
  const { sender, msgType } = message;
  const data = { messageId: message.messageId, testid: 'message', msgType, sender: sender.openId ?? sender.type };
  const time = h('div', { class: 'message-time' });
  if (message.recalled) {
    return h(
      'article',
      { class: 'message system', data, tabindex: '-1' },
      time,
      h('p', {}, `${sender.name} 撤回了一条消息`),
    );
  }
  if (msgType === 'system') {
    return h(
      'article',
      { class: 'message system', data, tabindex: '-1' },
      time,
      h('p', {}, systemText(message.content)),
    );
  }
  const own = sender.type === 'user' && sender.openId === viewer.as;
  const side = own ? 'own' : 'other';
  return h(
    'article',
    { class: `message ${side} ${viewer.group ? 'group' : ''}`, data, tabindex: '-1' },
    time,
    h(
      'div',
      { class: 'message-row' },
      avatar(sender.name),
      h(
        'div',
        { class: 'message-main' },
        viewer.group &&
          !own &&
          h(
            'div',
            { class: 'sender' },
            sender.name,
            sender.type === 'app' && h('span', { class: 'bot-mark' }, '机器人'),
          ),
        msgType === 'interactive' ? drawCard(message) : h('div', { class: 'bubble' }, drawContent(message)),
      ),
    ),
  );
}

/** @param {PageMessage} message */
function drawContent(message) {
  const content = /** @type {Record<string, any>} */ (message.content ?? {});
  switch (message.msgType) {
    case 'text':
      return drawText(String(content.text ?? ''));
    case 'post':
      return drawPost(content);
    case 'file':
      return drawFile(content);
    case 'image':
      return drawPicture(String(content.image_key ?? ''), '图片');
    default:
      return h('span', { class: 'grey' }, OTHER_KINDS[message.msgType] ?? `［${message.msgType}］`);
  }
}

/** @param {Record<string, any>} content */
function drawFile({ file_key: key, file_name: name, file_size: bytes }) {
  const label = fileLabel(name ?? key ?? '文件', bytes);
  if (!key) return label;
  return h('a', { class: 'file', href: fileAddress(key), download: name ?? true, title: '点击下载' }, label);
}

/** @param {unknown} content */
function systemText(content) {
  const system = /** @type {Record<string, any>} */ (content ?? {});
  return system.text ?? system.params?.divider_text?.text ?? system.template ?? '系统消息';
}
