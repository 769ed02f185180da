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

/**
 * Sends a file; a picture goes as a picture, as it does from the client. `fetch` cannot tell how far an upload has come.
 *
 * @param {{ as: string, chatId: string, file: File }} message
 * @param {(share: number) => void} onProgress 0 to 1
 * @returns {Promise<void>}
 */
export function postFile({ as, chatId, file }, onProgress) {
  const kind = /^image\/(png|jpeg|gif|webp|bmp)$/.test(file.type) ? 'image' : 'file';
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/emulator/file?${new URLSearchParams({ as, chatId, kind, name: file.name })}`);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => reject(new ApiError('文件没有发出去', 0)));
    request.addEventListener('load', () => {
      if (request.status === 200) resolve();
      else reject(refusal(request.status, request.response));
    });
    request.send(file);
  });
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
  const headers = { 'content-type': 'application/json' };
  const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
  /** @type {Response} */
  let response;
  try {
    response = await fetch(`/emulator/${path}`, { cache: 'no-store', ...init });
  } catch {
    throw new ApiError('模拟器没有回应', 0);
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw refusal(response.status, answer);
  return answer;
}

/** @param {number} status @param {any} answer */
function refusal(status, answer) {
  return new ApiError(answer?.error ?? `模拟器出错（HTTP ${status}）`, status);
}
