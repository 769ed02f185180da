// @ts-check
import { words } from './text.js';
/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

/**
 * What can be chosen. A person select without options offers the chat's members: everybody we know in a group, only
 * oneself in a chat with the bot.
 *
 * @param {CardContext} context
 * @param {CardElement} element
 * @returns {{ value: string, label: string }[]}
 */
export function optionsOf({ people, chatType, me }, element) {
  const given = Array.isArray(element.options) ? element.options : [];
  if (!element.tag.endsWith('_person'))
    return given.map((one) => ({ value: String(one.value), label: words(one.text) }));
  const members = chatType === 'group' ? people.all.map((user) => user.openId) : [me];
  const ids = given.length > 0 ? given.map((one) => String(one.value)) : members;
  return ids.map((id) => ({ value: id, label: people.nameOf(id) ?? id }));
}
