// @ts-check
import { h } from '../dom.js';
import { avatar } from '../people.js';
/** @typedef {import('../people.js').People} People */

/**
 * @param {People} people
 * @param {string} openId
 * @param {{ name: boolean, avatar: boolean, capsule?: boolean, size?: string }} how
 * @returns {HTMLElement} empty for a person whom the viewer cannot see
 */
export function drawPersonChip(people, openId, how) {
  const name = people.nameOf(openId);
  const look = `person ${how.capsule ? 'capsule' : ''} ${how.size ?? ''}`;
  if (name === null) return h('span', { class: look, data: { openId, unknown: true } });
  return h(
    'span',
    { class: look, title: name, data: { openId } },
    how.avatar && avatar(name),
    how.name && h('span', {}, name),
  );
}
