// @ts-check
import { h } from './dom.js';
import { drawMessage } from './message.js';
import { messageTime } from './times.js';

/** @typedef {import('../page-api.ts').PageMessage} PageMessage */
/** @typedef {{ as: string, now: number, group: boolean }} Viewer */
/** What is drawn of a chat, by message id. @typedef {Map<string, { node: HTMLElement, content: string }>} Drawn */

const QUIET_GAP_MS = 5 * 60_000;
const NEAR_END_PX = 80;

/**
 * Keeps the drawn messages in step with the server's list. A message is drawn again only when it changed, so words
 * typed into a form of another card stay; they also stay when another chat is opened and this one again.
 *
 * @param {HTMLElement} scroller
 * @param {HTMLElement} newer button that leads to new messages below the fold
 * @param {(message: PageMessage) => HTMLElement} drawCard
 */
export function createMessageList(scroller, newer, drawCard) {
  /** @type {Map<string, Drawn>} */
  const chats = new Map();
  /** @type {Drawn} */
  let drawn = new Map();
  let opening = true;
  const empty = h('p', { class: 'hint' }, '还没有消息。');
  newer.addEventListener('click', toEnd);
  scroller.addEventListener('scroll', () => {
    if (nearEnd()) newer.hidden = true;
  });

  function nearEnd() {
    return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
  }

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    newer.hidden = true;
  }

  return {
    /** Empties the pane for another chat. @param {string} key of the chat and who looks at it */
    open(key) {
      drawn = chats.get(key) ?? new Map();
      chats.set(key, drawn);
      scroller.replaceChildren();
      newer.hidden = true;
      opening = true;
    },

    /** @param {readonly PageMessage[]} messages @param {Viewer} viewer */
    update(messages, viewer) {
      const wasNearEnd = nearEnd();
      const lastKnown = scroller.lastElementChild?.getAttribute('data-message-id');
      const nodes = messages.map((message, index) => nodeFor(message, messages[index - 1], viewer));
      place(nodes.length === 0 ? [empty] : nodes);
      const last = messages.at(-1);
      if (last === undefined || last.messageId === lastKnown) return;
      if (opening) showOpening(nodes.at(-1));
      else if (wasNearEnd || last.sender.openId === viewer.as) toEnd();
      else newer.hidden = false;
      opening = false;
    },
  };

  /** A chat opens at its newest message: at the end, but never with that message's first line above the fold. @param {HTMLElement | undefined} newest */
  function showOpening(newest) {
    toEnd();
    if (newest !== undefined && newest.offsetTop < scroller.scrollTop) scroller.scrollTop = newest.offsetTop - 8;
  }

  /** @param {PageMessage} message @param {PageMessage | undefined} before @param {Viewer} viewer */
  function nodeFor(message, before, viewer) {
    const pause = before === undefined || message.createdAt - before.createdAt > QUIET_GAP_MS;
    const time = pause ? messageTime(message.createdAt, viewer.now) : '';
    const content = JSON.stringify([message.content, message.recalled, message.sender]);
    const old = drawn.get(message.messageId);
    if (old?.content === content) {
      setTime(old.node, time);
      return old.node;
    }
    const node = drawMessage(message, viewer, drawCard);
    setTime(node, time);
    if (old !== undefined) takePlace(old.node, node);
    drawn.set(message.messageId, { node, content });
    return node;
  }

  /** @param {HTMLElement[]} nodes */
  function place(nodes) {
    const wanted = new Set(nodes);
    for (const child of Array.from(scroller.children)) {
      if (wanted.has(/** @type {HTMLElement} */ (child))) continue;
      drawn.delete(child.getAttribute('data-message-id') ?? '');
      child.remove();
    }
    // Moving a node would drop its focus and caret, so only those in the wrong place are touched.
    let cursor = scroller.firstElementChild;
    for (const node of nodes) {
      if (node === cursor) cursor = cursor.nextElementSibling;
      else scroller.insertBefore(node, cursor);
    }
  }
}

/** @param {HTMLElement} node @param {string} time */
function setTime(node, time) {
  const slot = node.querySelector(':scope > .message-time');
  if (slot !== null && slot.textContent !== time) slot.textContent = time;
}

/** Puts the new drawing where the old one was and hands the keyboard focus over. @param {HTMLElement} old @param {HTMLElement} next */
function takePlace(old, next) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(next);
  if (focused === null) return;
  const name = focused.closest('[data-name]')?.getAttribute('data-name');
  const same = name ? next.querySelector(`[data-name="${CSS.escape(name)}"]`) : null;
  const target = same?.matches('button, a') ? same : (same?.querySelector('input, textarea, select, button') ?? next);
  /** @type {HTMLElement} */ (target).focus({ preventScroll: true });
}
