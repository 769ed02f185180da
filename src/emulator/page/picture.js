// @ts-check
import { fileAddress } from './api.js';
import { h } from './dom.js';

/** A picture by its key; a box with its words where the emulator has no such picture. @param {string} key @param {string} alt */
export function drawPicture(key, alt) {
  const picture = h('img', { class: 'picture', src: fileAddress(key), alt, loading: 'lazy' });
  const box = h('span', { class: 'image-box', role: 'img', 'aria-label': alt }, alt);
  picture.addEventListener('error', () => picture.replaceWith(box));
  return picture;
}
