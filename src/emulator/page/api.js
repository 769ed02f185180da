// @ts-check
/** @typedef {import('../page-api.ts').PageState} PageState */
/** @typedef {import('../page-api.ts').PageMessage} PageMessage */
/** @typedef {import('../page-api.ts').PageClick} PageClick */
/** @typedef {import('../page-api.ts').PageClickAnswer} PageClickAnswer */

/** The server answered and said no; `status` 0 means it did not answer at all. */
export class ApiError extends Error {
  /** @param {string} message @param {number} status */
  constructor(message, status) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
  }
}

/** @param {string | null} as @returns {Promise<PageState>} */
export function fetchState(as) {
  return call(`state${as === null ? '' : `?as=${encodeURIComponent(as)}`}`);
}

/** @param {string} as @param {string} chatId @returns {Promise<PageMessage[]>} */
export async function fetchMessages(as, chatId) {
  const path = `chats/${encodeURIComponent(chatId)}/messages?as=${encodeURIComponent(as)}`;
  return (await call(path)).messages;
}

/** @param {PageClick} click @returns {Promise<PageClickAnswer>} */
export function postClick(click) {
  return call('click', click);
}

/** @param {{ as: string, chatId: string, text: string }} message */
export function postText(message) {
  return call('text', message);
}

/** @param {{ as: string, chatId: string, file: File }} message */
export function postFile({ as, chatId, file }) {
  return call(`file?${new URLSearchParams({ as, chatId, name: file.name })}`, file);
}

/** Tells the bot that its chat was opened. @param {{ as: string, chatId: string }} chat */
export function postEnter(chat) {
  return call('enter', chat);
}

/** Where a file or picture of a message can be fetched. @param {string} key */
export function fileAddress(key) {
  return `/emulator/files/${encodeURIComponent(key)}`;
}

/** @param {string} to `next-morning` or an ISO instant with its offset */
export function postClock(to) {
  return call('clock', { to });
}

/** @param {string} path @param {unknown} [body] @returns {Promise<any>} */
async function call(path, body) {
  const sent = body instanceof File ? body : JSON.stringify(body);
  const type = body instanceof File ? 'application/octet-stream' : 'application/json';
  const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': type }, body: sent };
  /** @type {Response} */
  let response;
  try {
    response = await fetch(`/emulator/${path}`, { cache: 'no-store', ...init });
  } catch {
    throw new ApiError('模拟器没有回应', 0);
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(answer.error ?? `模拟器出错（HTTP ${response.status}）`, response.status);
  return answer;
}
