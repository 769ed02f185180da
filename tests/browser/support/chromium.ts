import { accessSync, constants, mkdirSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The machine's own browser; nothing is downloaded. */
export function chromiumPath(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  return (named ? [named] : PLACES).find(isExecutable);
}

/** Its own fields (dates) speak Chinese where Debian's chromium-l10n is installed, as they do for the people we build for. */
export function launchChromium(): Promise<Browser> {
  mkdirSync('tests/screenshots', { recursive: true });
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('no chromium');
  return chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, LANGUAGE: 'zh_CN' } });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
