// @ts-check
import { ApiError, fetchMessages, fetchState, postClick, postEnter, postFile, postText } from './api.js';
import { drawCard } from './card/card.js';
import { createChatList } from './chat-list.js';
import { createChatPane } from './chat-pane.js';
import { createClicker } from './clicker.js';
import { listen } from './live.js';
import { People } from './people.js';
import { readRoute, writeRoute } from './route.js';
import { createTopBar } from './top-bar.js';

/** @typedef {import('../page-api.ts').PageState} PageState */
/** @typedef {import('../page-api.ts').PageMessage} PageMessage */

// The clock of a tenant that cannot be moved runs by itself; without this it would stand still between events.
const POLL_MS = 20_000;

/** @type {PageState | null} */
let state = null;
/** Null until the open chat's messages have come. @type {readonly PageMessage[] | null} */
let messages = null;
let { as, chat: chatId } = readRoute();
let stopListening = () => {};

const gone = element('gone');
const topBar = createTopBar(element('top-bar'), { onPerson: becomePerson, onMoved: refresh });
const chatList = createChatList(element('chat-list'), (id) => openChat(id));
const clicker = createClicker(postClick, refresh);
const chatPane = createChatPane(element('chat'), {
  onBack: () => openChat(null),
  onText: async (text) => {
    if (as === null || chatId === null) return;
    await postText({ as, chatId, text });
    await refresh();
  },
  fileTarget: () => {
    if (as === null || chatId === null) return null;
    const to = { as, chatId };
    return async (file, onProgress) => {
      await postFile({ ...to, file }, onProgress);
      await refresh();
    };
  },
  drawCard: (message) =>
    drawCard(message.content, {
      people: new People(state?.users ?? []),
      chatType: state?.chats.find((chat) => chat.chatId === message.chatId)?.type ?? 'p2p',
      me: as ?? '',
      send: (act) => clicker.send({ as: as ?? '', messageId: message.messageId, ...act }),
    }),
});

/** @param {string} id @returns {HTMLElement} */
function element(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`#${id} is missing from index.html`);
  return found;
}

/** @type {Promise<void> | null} */
let round = null;
let wanted = false;
/** Asks the server for everything shown. Calls that come while a round is under way are joined into one more round. */
function refresh() {
  wanted = true;
  round ??= loadWhileWanted().finally(() => {
    round = null;
  });
  return round;
}

async function loadWhileWanted() {
  while (wanted) {
    wanted = false;
    try {
      await load();
      gone.hidden = true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      gone.hidden = error.status !== 0;
      recover(error);
    }
  }
}

async function load() {
  const asked = { as, chatId };
  // Messages first: reading them clears the unread mark that the state then reports.
  const nextMessages = as !== null && chatId !== null ? await fetchMessages(as, chatId) : null;
  const nextState = await fetchState(as);
  if (asked.as !== as || asked.chatId !== chatId) {
    wanted = true;
    return;
  }
  state = nextState;
  messages = nextMessages;
  if (as === null || !state.users.some((user) => user.openId === as)) {
    becomePerson(state.users[0]?.openId ?? null, { replace: true });
    return;
  }
  draw();
}

/** A chat or a person from an old address may not exist any more. @param {ApiError} error */
function recover(error) {
  if (error.status < 400 || error.status >= 500) return;
  if (chatId !== null) openChat(null, { replace: true });
  else if (as !== null && state === null) becomePerson(null, { replace: true });
}

function draw() {
  if (state === null || as === null) return;
  const chat = state.chats.find((one) => one.chatId === chatId) ?? null;
  document.body.classList.toggle('in-chat', chatId !== null);
  topBar.update(state, as);
  chatList.update(state, chatId);
  chatPane.update(chat, messages, { as, now: state.now, bot: state.botName });
  const unread = state.chats.reduce((sum, one) => sum + one.unread, 0);
  const name = state.users.find((user) => user.openId === as)?.name ?? '';
  document.title = `${unread > 0 ? `（${unread}）` : ''}${name} · 飞书模拟器`;
}

/** @param {string | null} openId @param {{ replace?: boolean }} [how] */
function becomePerson(openId, how) {
  const before = state?.chats.find((chat) => chat.chatId === chatId);
  const sameBot = before?.type === 'p2p' ? before.name : null;
  as = openId;
  messages = null;
  if (state !== null && sameBot !== null) chatId = null;
  writeRoute({ as, chat: chatId }, how);
  listenAs();
  void refresh().then(() => {
    // Whoever looked at their own chat with the bot wants to see the next person's, which has another id.
    const mine = state?.chats.find((chat) => chat.type === 'p2p' && chat.name === sameBot);
    if (chatId === null && mine !== undefined && as === openId) openChat(mine.chatId, { replace: true });
  });
}

/** @param {string | null} id @param {{ replace?: boolean }} [how] */
function openChat(id, how) {
  if (id !== chatId) messages = null;
  if (id !== null && id !== chatId) enter(id);
  chatId = id;
  writeRoute({ as, chat: chatId }, how);
  draw();
  void refresh();
}

/** The client tells the bot when its chat is opened; nothing waits for it and nothing is lost without it. @param {string} id */
function enter(id) {
  const chat = state?.chats.find((one) => one.chatId === id);
  if (as !== null && chat?.type === 'p2p') postEnter({ as, chatId: id }).catch(() => {});
}

function listenAs() {
  stopListening();
  if (as === null) return;
  stopListening = listen(as, {
    onChange: refresh,
    onBack: refresh,
    onGone: () => {
      gone.hidden = false;
    },
  });
}

window.addEventListener('popstate', () => {
  const route = readRoute();
  if (route.as !== as) {
    as = route.as;
    messages = null;
    listenAs();
  }
  openChat(route.chat, { replace: true });
});
window.setInterval(() => {
  if (document.visibilityState === 'visible') void refresh();
}, POLL_MS);
listenAs();
void refresh();
