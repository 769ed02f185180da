import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchChromium } from './chromium.ts';
import { Client, type Screen } from './client.ts';
import { type Program, Programs } from './programs.ts';

export type OpenWindow = (screen: Screen, url: string) => Promise<Client>;

/** One browser for all tests of a file. @returns what opens a window on an emulator's page */
export function aBrowser(): OpenWindow {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  return (screen, url) => Client.open(browser, screen, url);
}

/**
 * The demo, for all tests of a suite. Each test gets a window of its own, in which nothing may go wrong behind the page.
 *
 * @param begin takes the window, before each test
 */
export function aDemo(
  openWindow: OpenWindow,
  screen: Screen,
  begin: (client: Client) => Promise<void> | void,
): Programs {
  const programs = new Programs();
  let demo: Program;
  let client: Client;
  beforeAll(async () => {
    demo = await programs.start(['demo', '--port', '0'], /演示已就绪/);
  });
  afterAll(() => programs.stop());
  beforeEach(async ({ onTestFailed }) => {
    onTestFailed(() => void process.stderr.write(demo.said));
    client = await openWindow(screen, demo.url);
    await begin(client);
  });
  afterEach(async () => {
    expect(client.complaints).toEqual([]);
    await client.close();
  });
  return programs;
}
