// @ts-check
import { h } from '../dom.js';
import { drawPersonChip } from './person-chip.js';
/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

/** @param {CardContext} context @param {CardElement} element */
export function drawPerson(context, element) {
  const { user_id, show_avatar = true, show_name = false, style, size = 'medium' } = element;
  const how = { name: show_name, avatar: show_avatar, capsule: style === 'capsule', size };
  return h('div', { class: 'fit' }, drawPersonChip(context.people, String(user_id), how));
}

/** @param {CardContext} context @param {CardElement} element */
export function drawPersonList(context, element) {
  const { persons = [], show_avatar = false, show_name = true, size = 'medium' } = element;
  const how = { name: show_name, avatar: show_avatar, capsule: show_avatar && show_name, size };
  return h(
    'div',
    { class: `person-list ${show_avatar ? '' : 'names'}` },
    persons.map((/** @type {any} */ person) => drawPersonChip(context.people, String(person.id), how)),
  );
}
