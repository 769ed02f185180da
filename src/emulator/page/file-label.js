// @ts-check
import { h } from './dom.js';

/** What the client's icons tell apart: the colour and the letters on it. */
const KINDS = {
  doc: ['W', '#3370ff'],
  docx: ['W', '#3370ff'],
  xls: ['X', '#2ea121'],
  xlsx: ['X', '#2ea121'],
  csv: ['X', '#2ea121'],
  pdf: ['P', '#f54a45'],
  txt: ['T', '#646a73'],
  md: ['T', '#646a73'],
  html: ['H', '#ed6d0c'],
  htm: ['H', '#ed6d0c'],
};

/** Icon, name and size of a file. @param {string} name @param {number | undefined} bytes */
export function fileLabel(name, bytes) {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const [letter, tone] = KINDS[/** @type {keyof typeof KINDS} */ (extension)] ?? ['', '#8f959e'];
  return h(
    'span',
    { class: 'file-label' },
    h('span', { class: 'file-icon', 'aria-hidden': 'true', style: { 'background-color': tone } }, letter),
    h(
      'span',
      { class: 'file-words' },
      h('span', { class: 'file-name' }, name),
      bytes !== undefined && h('span', { class: 'file-size' }, sizeText(bytes)),
    ),
  );
}

/** @param {number} bytes */
export function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
