// @ts-check
import { ApiError } from './api.js';
import { h } from './dom.js';
import { showToast } from './toast.js';

/**
 * Where a person types. Enter sends, Shift+Enter breaks the line; every chat keeps its own unsent words.
 *
 * @param {(text: string) => Promise<void>} onText
 * @param {(files: Iterable<File>) => void} onFiles
 */
export function createComposer(onText, onFiles) {
  /** @type {Map<string, string>} */
  const drafts = new Map();
  let key = '';
  const field = h('textarea', {
    rows: '1',
    'aria-label': '消息',
    data: { testid: 'composer' },
    on: {
      input: grow,
      keydown: (/** @type {KeyboardEvent} */ event) => {
        // Enter while an input method is composing picks a word; it must not send.
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        void send();
      },
      paste: (/** @type {ClipboardEvent} */ event) => {
        const files = event.clipboardData?.files ?? [];
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      },
    },
  });
  const button = h('button', { type: 'submit', class: 'btn primary_filled', data: { testid: 'send' } }, '发送');
  const picker = h('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    data: { testid: 'file-field' },
    on: { change: attach },
  });
  const attachButton = h(
    'button',
    {
      type: 'button',
      class: 'btn',
      'aria-label': '发送文件',
      title: '发送文件（也可以把文件拖到这里）',
      data: { testid: 'attach' },
      on: { click: () => picker.click() },
    },
    '＋',
  );
  const node = h(
    'form',
    {
      class: 'composer',
      on: {
        submit: (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          void send();
        },
      },
    },
    attachButton,
    picker,
    field,
    button,
  );

  function grow() {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight + 2, 120)}px`;
  }

  function attach() {
    // Emptying the field empties its list too, and the same file may be chosen again.
    const files = [...picker.files];
    picker.value = '';
    onFiles(files);
  }

  async function send() {
    const text = field.value.trim();
    if (text === '' || button.disabled) return;
    const sentFrom = key;
    button.disabled = true;
    try {
      await onText(text);
      drafts.delete(sentFrom);
      if (key === sentFrom) field.value = '';
      grow();
    } catch (error) {
      showToast('error', error instanceof ApiError ? error.message : '没有发出去');
    } finally {
      button.disabled = false;
    }
  }

  return {
    node,
    /** @param {string} nextKey @param {string} placeholder */
    open(nextKey, placeholder) {
      drafts.set(key, field.value);
      key = nextKey;
      field.value = drafts.get(key) ?? '';
      field.placeholder = placeholder;
      grow();
    },
  };
}
