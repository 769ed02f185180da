import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const SCREENS = [
  { screen: 'phone', width: 390, height: 844, scale: 2 },
  { screen: 'desktop', width: 1280, height: 900, scale: 1 },
] as const;

export type Screen = (typeof SCREENS)[number];

/** Open_ids of the sample bureau's people that the tests play. */
export const PEOPLE = {
  林晚照: 'ou_sample_06',
  温若谷: 'ou_sample_09',
  沈知遥: 'ou_sample_01',
  顾青禾: 'ou_sample_02',
  程岳川: 'ou_sample_04',
} as const;

export type Name = keyof typeof PEOPLE;

/** One browser window on the emulator's page, in users' words. */
export class Client {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #screen: Screen;
  readonly #url: string;
  /** What went wrong behind the page: errors on the console, exceptions. */
  readonly complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page, screen: Screen, url: string) {
    this.#context = context;
    this.page = page;
    this.#screen = screen;
    this.#url = url;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
  }

  static async open(browser: Browser, screen: Screen, url: string): Promise<Client> {
    const { width, height, scale } = screen;
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: scale,
      hasTouch: screen.screen === 'phone',
      locale: 'zh-CN',
      // Charts are drawn at once instead of growing: their pictures do not depend on the moment.
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    return new Client(context, await context.newPage(), screen, url);
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  async looksAs(name: Name): Promise<void> {
    await this.page.goto(`${this.#url}/?as=${PEOPLE[name]}`);
    await this.page.getByTestId('chat-item').first().waitFor();
  }

  async opensChat(name: string): Promise<void> {
    await this.chat(name).click();
    await this.page.locator('#chat').getByRole('heading', { name, exact: true }).waitFor();
  }

  /** On a phone the list is a screen of its own. */
  async goesBack(): Promise<void> {
    if (this.#screen.screen === 'phone') await this.page.getByTestId('back').click();
  }

  chat(name: string): Locator {
    return this.page.getByTestId('chat-item').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  get cards(): Locator {
    return this.page.getByTestId('card');
  }

  /** The newest card of the open chat. */
  get card(): Locator {
    return this.cards.last();
  }

  /** The button of the row whose text contains the words: the first such button below them, on no other card than this. */
  button(words: string, label: string, card = this.card): Locator {
    const row = `*[contains(@class, 'md')][contains(., '${words}')]`;
    const below = card.locator(`xpath=.//${row}/following::button[normalize-space(.)='${label}'][1]`);
    return below.and(card.locator('button')).first();
  }

  async presses(words: string, label: string): Promise<void> {
    await this.button(words, label).click();
  }

  /** The second press of a double click lands on this button. */
  async pressesAsSecondHalf(words: string, label: string): Promise<void> {
    await this.button(words, label).hover();
    await this.page.mouse.down({ clickCount: 2 });
    await this.page.mouse.up({ clickCount: 2 });
  }

  /** A message of the open chat, not its line in the list. */
  message(words: string): Locator {
    return this.page.getByTestId('messages').getByText(words).last();
  }

  /** Everything that a person reads on a card, one line each. */
  async textOf(card = this.card): Promise<string> {
    await card.waitFor();
    return (await card.allInnerTexts()).join('\n');
  }

  /** Breaks or mends the platform on purpose. */
  async platformIs(down: 'unavailable' | null): Promise<void> {
    await this.page.request.post(`${this.#url}/emulator/faults`, { data: { down } });
  }

  async types(text: string): Promise<void> {
    await this.page.getByTestId('composer').fill(text);
  }

  async sends(text: string): Promise<void> {
    await this.types(text);
    await this.page.getByTestId('composer').press('Enter');
  }

  /** Waits for the toast with those words. */
  async toast(words: string): Promise<void> {
    await this.page.getByTestId('toast').filter({ hasText: words }).waitFor();
  }

  async jumpsTo(localTime: string): Promise<void> {
    await this.page.getByTestId('clock-field').fill(localTime);
    await this.page.getByTestId('clock-jump').click();
  }

  async jumpsToNextMorning(): Promise<void> {
    await this.page.getByTestId('clock-next-morning').click();
  }

  /** A picture for the eye. Every screen that is worth one must also fit the window and be free of errors. */
  async picture(name: string): Promise<void> {
    const path = `tests/screenshots/${this.#screen.screen}-${name}.png`;
    await this.page.screenshot({ path, animations: 'disabled' });
    expect(await this.page.evaluate(tooWide), `wider than the window: ${name}`).toEqual([]);
    expect(this.complaints, `errors before: ${name}`).toEqual([]);
  }
}

/** Runs in the page: what reaches beyond the window's right edge or makes anything scroll sideways. */
function tooWide(): readonly string[] {
  const { document, innerWidth } = globalThis as unknown as {
    readonly document: { querySelectorAll(selector: string): Iterable<Box> };
    readonly innerWidth: number;
  };
  interface Box {
    readonly tagName: string;
    readonly className: unknown;
    readonly scrollWidth: number;
    readonly clientWidth: number;
    getBoundingClientRect(): { readonly right: number; readonly width: number };
  }
  const roots = [...document.querySelectorAll('html, body, #panes, #top-bar, .scroller, .card, .card-body')];
  const scrolling = roots.filter((box) => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0);
  const beyond = [...document.querySelectorAll('button, input, select, textarea, .card, .bubble')].filter((box) => {
    const { right, width } = box.getBoundingClientRect();
    return width > 0 && right > innerWidth + 1;
  });
  return [...scrolling, ...beyond].map((box) => `${box.tagName} ${String(box.className)}`);
}
