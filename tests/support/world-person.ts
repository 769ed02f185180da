import type { Person } from '../../src/emulator/acts/person.ts';
import type { PageClickAnswer, PageMessage } from '../../src/emulator/page-api.ts';

type Json = Readonly<Record<string, unknown>>;

/** A person at the client: looks at cards, presses buttons, writes. Only what the card really shows can be pressed. */
export class WorldPerson {
  readonly openId: string;
  readonly name: string;
  readonly #acts: Person;
  readonly #settle: () => Promise<void>;

  constructor(acts: Person, user: { openId: string; name: string }, settle: () => Promise<void>) {
    this.openId = user.openId;
    this.name = user.name;
    this.#acts = acts;
    this.#settle = settle;
  }

  /** Everything the bot sent to this person, oldest first. */
  messages(): readonly PageMessage[] {
    return this.#acts.messages().filter(({ sender }) => sender.type === 'app');
  }

  cards(): readonly PageMessage[] {
    return this.messages().filter(({ msgType }) => msgType === 'interactive');
  }

  /** The newest card, or one counted from the first. */
  card(index = -1): PageMessage {
    const card = this.cards().at(index);
    if (!card) throw new Error(`${this.name} has no such card`);
    return card;
  }

  /** All words on a card, the escapes of the markdown undone. */
  cardText(index = -1): string {
    return wordsOf(this.card(index).content).join('\n');
  }

  /** Buttons in the order of the card. */
  buttons(index = -1): readonly string[] {
    return buttonsOf(this.card(index).content).map(({ label }) => label);
  }

  /**
   * Presses a button by its label, the n-th of that label where there are several.
   *
   * @param form what was filled in before pressing 提交
   */
  async presses(label: string, options: { nth?: number; card?: number; form?: Json } = {}): Promise<PageClickAnswer> {
    const press = this.draft(label, options);
    const answer = await this.#acts.click(press);
    await this.#settle();
    return answer;
  }

  /** What stands behind ⋯ on a card, row by row. */
  choices(index = -1): readonly string[] {
    return menusOf(this.card(index).content).flatMap(({ options }) => options.map(({ label }) => label));
  }

  /** Chooses behind ⋯, the n-th of that label where several rows have it. */
  async chooses(label: string, { nth = 0, card = -1 }: { nth?: number; card?: number } = {}): Promise<PageClickAnswer> {
    const message = this.card(card);
    const found = menusOf(message.content).flatMap(({ value, options }) =>
      options.filter((option) => option.label === label).map((option) => ({ value, option: option.value })),
    )[nth];
    if (!found) throw new Error(`no choice ${label} on the card of ${this.name}: ${this.choices(card).join(' ')}`);
    const answer = await this.#acts.click({ messageId: message.messageId, tag: 'overflow', ...found });
    await this.#settle();
    return answer;
  }

  /** The press as the client would send it now; keep it to press an old card later. */
  draft(label: string, { nth = 0, card = -1, form }: { nth?: number; card?: number; form?: Json } = {}) {
    const message = this.card(card);
    const button = buttonsOf(message.content).filter((candidate) => candidate.label === label)[nth];
    if (!button) throw new Error(`no button ${label} on the card of ${this.name}: ${this.buttons(card).join(' ')}`);
    return {
      messageId: message.messageId,
      tag: 'button',
      value: button.value,
      ...(button.name === undefined ? {} : { name: button.name }),
      ...(form ? { formValue: form } : {}),
    };
  }

  /** Files the bot sent to this person, oldest first, as a click on them saves them. */
  files(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
    return this.messages()
      .filter(({ msgType }) => msgType === 'file')
      .map(({ messageId }) => this.#acts.saveFile(messageId));
  }

  /** What the bot said in plain words, oldest first. */
  texts(): readonly string[] {
    return this.messages()
      .filter(({ msgType }) => msgType === 'text')
      .map(({ content }) => String((content as { text?: unknown }).text));
  }

  /** To the bot, unless a group is named; a text is sent as UTF-8. */
  async sendsFile(name: string, content: Uint8Array | string, chatId?: string): Promise<void> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    this.#acts.sendFile(name, bytes, chatId);
    await this.#settle();
  }

  /** A picture, a voice message … */
  async sendsOther(msgType: 'image' | 'audio' | 'media' | 'sticker' | 'folder'): Promise<void> {
    if (msgType === 'image') this.#acts.sendPicture('photo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
    else this.#acts.sendOther(msgType);
    await this.#settle();
  }

  /** An item of the bot's menu, by its key. */
  async pressesMenu(eventKey: string): Promise<void> {
    this.#acts.pressMenu(eventKey);
    await this.#settle();
  }

  /** In the chat with the bot, unless a group is named. */
  async writes(text: string, chatId?: string): Promise<void> {
    this.#acts.sendText(text, chatId);
    await this.#settle();
  }
}

interface Button {
  readonly label: string;
  readonly name: string | undefined;
  readonly value: unknown;
}

function buttonsOf(node: unknown): readonly Button[] {
  if (Array.isArray(node)) return node.flatMap(buttonsOf);
  if (!isJson(node)) return [];
  if (node.tag !== 'button') return Object.values(node).flatMap(buttonsOf);
  const [behavior] = Array.isArray(node.behaviors) ? node.behaviors : [];
  const label = isJson(node.text) ? String(node.text.content) : '';
  return [{ label, name: typeof node.name === 'string' ? node.name : undefined, value: behavior?.value }];
}

interface Menu {
  readonly value: unknown;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

function menusOf(node: unknown): readonly Menu[] {
  if (Array.isArray(node)) return node.flatMap(menusOf);
  if (!isJson(node)) return [];
  if (node.tag !== 'overflow') return Object.values(node).flatMap(menusOf);
  const [behavior] = Array.isArray(node.behaviors) ? node.behaviors : [];
  const options: readonly unknown[] = Array.isArray(node.options) ? node.options : [];
  return [
    {
      value: behavior?.value,
      options: options.filter(isJson).map(({ text, value }) => ({
        label: isJson(text) ? String(text.content) : '',
        value: String(value),
      })),
    },
  ];
}

function wordsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(wordsOf);
  if (!isJson(node)) return [];
  const own = typeof node.content === 'string' ? [unescaped(node.content)] : [];
  return [...own, ...Object.values(node).flatMap(wordsOf)];
}

function unescaped(markdown: string): string {
  return markdown
    .replace(/<\/?font[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function isJson(node: unknown): node is Json {
  return typeof node === 'object' && node !== null;
}
