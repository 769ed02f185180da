import { chromiumPath } from './chromium.ts';

/** Says how to get a browser where there is none; a stack trace per test would hide it. */
export function setup(): void {
  if (chromiumPath()) return;
  process.stderr.write(
    'No browser found: apt-get install -y chromium fonts-noto-cjk (or set CHROMIUM_PATH to an executable chromium).\n',
  );
  process.exit(1);
}
