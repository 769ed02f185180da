// @ts-check
import { h } from './dom.js';

/** @typedef {import('../page-api.ts').PageUser} PageUser */

const TINTS = ['#3370ff', '#1f9e8f', '#7f5af0', '#d9730d', '#c2417c', '#2f7d32', '#4954e6', '#8a6d1d'];

/** Everybody of the tenant, by open_id. */
export class People {
  /** @param {readonly PageUser[]} users */
  constructor(users) {
    this.all = users;
    this.byId = new Map(users.map((user) => [user.openId, user]));
  }

  /** @param {string} openId */
  nameOf(openId) {
    return this.byId.get(openId)?.name ?? null;
  }

  /** By office: the first word of the title (`法规处 联络人` → `法规处`). */
  groups() {
    /** @type {Map<string, PageUser[]>} */
    const groups = new Map();
    for (const user of this.all) {
      const office = user.title.split(/\s+/)[0] || '其他';
      groups.set(office, [...(groups.get(office) ?? []), user]);
    }
    return groups;
  }
}

/** A round avatar with the end of the name, as Feishu draws people without a photo. @param {string} name */
export function avatar(name) {
  return drawAvatar(name, Array.from(name).slice(-2).join(''));
}

/** A square one; the end of a group's name would be half a word (`联络人` → `络人`). @param {string} name */
export function groupAvatar(name) {
  return drawAvatar(name, '群', 'square');
}

/** @param {string} name decides the colour @param {string} letters @param {string} [extraClass] */
function drawAvatar(name, letters, extraClass = '') {
  let sum = 0;
  for (const char of name) sum = (sum + (char.codePointAt(0) ?? 0)) % TINTS.length;
  return h(
    'span',
    { class: `avatar ${extraClass}`, style: { 'background-color': TINTS[sum] }, 'aria-hidden': 'true' },
    letters,
  );
}

/**
 * `<option>`s of people, grouped by office.
 *
 * @param {People} people
 * @param {string | null} selected
 */
export function peopleOptions(people, selected) {
  return [...people.groups()].map(([office, users]) =>
    h(
      'optgroup',
      { label: office },
      users.map((user) => {
        const duty = dutyIn(office, user.title);
        const label = duty === '' ? user.name : `${user.name}（${duty}）`;
        return h('option', { value: user.openId, selected: user.openId === selected, title: user.title }, label);
      }),
    ),
  );
}

/** What the person is in that office: of `法规处 联络人、办公室 分管领导` only `联络人`; the whole would not fit the closed list. @param {string} office @param {string} title */
function dutyIn(office, title) {
  return title
    .split('、')
    .filter((post) => post.startsWith(`${office} `))
    .map((post) => post.slice(office.length + 1))
    .join('、');
}
