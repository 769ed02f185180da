// @ts-check
import { ApiError } from './api.js';
import { h } from './dom.js';
import { fileLabel } from './file-label.js';
import { showToast } from './toast.js';

/** @typedef {(file: File, onProgress: (share: number) => void) => Promise<void>} SendFile */
/** Who sends files and where to, as it stands at that moment; null where no chat is open. @typedef {() => SendFile | null} FileTarget */

// What the emulator takes at once; the platform's own clients take more.
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Files on their way: a row each with its name, size and how far it has come. They go one after the other, in the order they
 * were given, to the chat that was open then.
 *
 * @param {FileTarget} target
 */
export function createUploads(target) {
  /** @type {Promise<void>} */
  let last = Promise.resolve();
  const node = h('ul', { class: 'uploads', data: { testid: 'uploads' }, 'aria-label': '正在发送的文件', hidden: true });

  /** @param {Iterable<File>} files */
  function add(files) {
    const send = target();
    if (send === null) return;
    for (const file of files) {
      if (file.size > MOST_BYTES) showToast('error', `“${file.name}”超过 64 MB，模拟器不发`);
      else enqueue(send, file);
    }
  }

  /** @param {SendFile} send @param {File} file */
  function enqueue(send, file) {
    const bar = h('progress', { max: '1', value: '0', 'aria-label': `正在发送 ${file.name}` });
    const row = h('li', {}, fileLabel(file.name, file.size), bar);
    node.append(row);
    node.hidden = false;
    last = last.then(() => upload(send, file, row, bar));
  }

  /** @param {SendFile} send @param {File} file @param {HTMLElement} row @param {any} bar */
  async function upload(send, file, row, bar) {
    try {
      await send(file, (share) => {
        bar.value = share;
      });
    } catch (error) {
      showToast('error', error instanceof ApiError ? error.message : '文件没有发出去');
    } finally {
      row.remove();
      node.hidden = node.childElementCount === 0;
    }
  }

  /** Lets files be dropped anywhere on `zone`. @param {HTMLElement} zone */
  function takeDrops(zone) {
    // Every child the pointer crosses tells of an entry and a leave.
    let depth = 0;
    const mark = (/** @type {number} */ change) => {
      depth = Math.max(0, change === 0 ? 0 : depth + change);
      zone.classList.toggle('dropping', depth > 0);
    };
    zone.addEventListener('dragenter', (event) => carriesFiles(event) && mark(1));
    zone.addEventListener('dragleave', (event) => carriesFiles(event) && mark(-1));
    zone.addEventListener('dragover', (event) => {
      if (carriesFiles(event)) event.preventDefault();
    });
    zone.addEventListener('drop', (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      mark(0);
      const items = [...(event.dataTransfer?.items ?? [])];
      if (items.some((item) => item.webkitGetAsEntry()?.isDirectory)) showToast('error', '不能发送文件夹');
      else add(event.dataTransfer?.files ?? []);
    });
  }

  return { node, add, takeDrops };
}

/** @param {DragEvent} event */
function carriesFiles(event) {
  return event.dataTransfer?.types.includes('Files') === true;
}
