// @ts-check
import { ApiError, postClock } from './api.js';
import { h } from './dom.js';
import { People, peopleOptions } from './people.js';
import { clockText, fieldTime, yearText } from './times.js';
import { showToast } from './toast.js';
/** @typedef {import('../page-api.ts').PageState} PageState */

/**
 * The bar with the emulator's clock, the person I act as and the bot's connection light. Built once, then kept up to
 * date in place: a half-typed time or an open list must survive the next change event.
 *
 * @param {HTMLElement} host
 * @param {{ onPerson: (openId: string) => void, onMoved: () => void }} told
 */
export function createTopBar(host, told) {
  const year = h('span', { class: 'clock-year' });
  const clock = h('strong', { data: { testid: 'clock-now' } });
  const light = h('span', { class: 'light', role: 'img', data: { testid: 'bot-light' } });
  const lightText = h('span', { class: 'light-text' });
  const who = h('select', {
    'aria-label': '我是谁',
    data: { testid: 'who' },
    on: { change: () => told.onPerson(who.value) },
  });
  const morning = h(
    'button',
    {
      type: 'button',
      class: 'btn small',
      data: { testid: 'clock-next-morning' },
      on: { click: () => move('next-morning') },
    },
    '下一个工作日早晨',
  );
  const field = h('input', {
    type: 'datetime-local',
    'aria-label': '跳到的时间',
    required: true,
    data: { testid: 'clock-field' },
    on: { input: () => field.toggleAttribute('data-touched', true) },
  });
  const jump = h('button', { type: 'submit', class: 'btn small', data: { testid: 'clock-jump' } }, '跳到');
  const form = h(
    'form',
    {
      class: 'clock-moves',
      data: { testid: 'clock-moves' },
      on: {
        submit: (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          void move(`${field.value}:00+08:00`);
        },
      },
    },
    morning,
    h('span', { class: 'clock-jump' }, field, jump),
  );
  host.replaceChildren(
    h('div', { class: 'clock', data: { testid: 'clock-bar' } }, year, clock),
    form,
    h('div', { class: 'who' }, light, lightText, h('label', {}, h('span', { class: 'who-label' }, '我是'), who)),
  );

  /** @param {string} to */
  async function move(to) {
    setWaiting(true);
    try {
      await postClock(to);
      field.removeAttribute('data-touched');
      told.onMoved();
    } catch (error) {
      showToast('error', error instanceof ApiError ? error.message : '时钟没有拨动');
    } finally {
      setWaiting(false);
    }
  }

  /** @param {boolean} waiting */
  function setWaiting(waiting) {
    for (const node of [morning, field, jump]) node.disabled = waiting;
    form.setAttribute('aria-busy', String(waiting));
  }

  let drawnPeople = '';
  return {
    /** @param {PageState} state @param {string | null} as */
    update(state, as) {
      year.textContent = yearText(state.now);
      clock.textContent = clockText(state.now);
      form.hidden = !state.clockMoves;
      if (!field.hasAttribute('data-touched') && document.activeElement !== field) field.value = fieldTime(state.now);
      light.classList.toggle('on', state.botConnected);
      const word = state.botConnected ? '在线' : '未连接';
      // A phone's bar has no room for the first word.
      lightText.replaceChildren(h('span', { class: 'light-whose' }, '机器人'), word);
      light.setAttribute('aria-label', `机器人${word}`);
      light.title = `${state.botName}：${word}`;
      const people = JSON.stringify(state.users);
      if (people !== drawnPeople) {
        drawnPeople = people;
        who.replaceChildren(...peopleOptions(new People(state.users), as));
      }
      if (as !== null && who.value !== as) who.value = as;
    },
  };
}
