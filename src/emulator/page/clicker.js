// @ts-check
import { ApiError } from './api.js';
import { showToast } from './toast.js';
/** @typedef {import('../page-api.ts').PageClick} PageClick */
/** @typedef {import('../page-api.ts').PageClickAnswer} PageClickAnswer */

/**
 * Sends what a person did on a card and shows the answer. The same act is not sent twice while the first waits, even
 * when its card was drawn anew meanwhile; afterwards it may be.
 *
 * @param {(click: PageClick) => Promise<PageClickAnswer>} post
 * @param {() => Promise<void>} refresh
 */
export function createClicker(post, refresh) {
  /** @type {Set<string>} */
  const waiting = new Set();

  return {
    /** @param {PageClick} click */
    async send(click) {
      const key = JSON.stringify(click);
      if (waiting.has(key)) return;
      waiting.add(key);
      try {
        showAnswer(await post(click));
      } catch (error) {
        showToast('error', error instanceof ApiError ? error.message : '操作没有送达');
      } finally {
        waiting.delete(key);
      }
      await refresh();
    },
  };
}

/** @param {PageClickAnswer} answer */
function showAnswer({ toast, error }) {
  if (error !== null && error !== undefined) showToast('error', `${error.message}（错误码 ${error.code}）`, error.code);
  else if (toast !== null && toast !== undefined) showToast(toast.type, toast.content);
}
