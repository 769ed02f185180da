import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonReply, type Reply } from '../http-exchange.ts';

const PAGE = new URL('../page/', import.meta.url);
const require = createRequire(import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Libraries the page loads, from the packages this project depends on. VChart comes with a checkout only: without it the page lists a chart's numbers. */
const VENDOR: Readonly<Record<string, string>> = {
  '/vendor/markdown-it.js': 'markdown-it/dist/markdown-it.min.js',
  '/vendor/vchart.js': '@visactor/vchart/build/index.min.js',
};

/** A file of the page; nothing outside its folder, nothing hidden, no type unknown to a browser. */
export async function staticFile(path: string): Promise<Reply> {
  const vendor = VENDOR[path];
  const name = path === '/' ? 'index.html' : path.slice(1);
  const type = TYPES[extname(name)];
  if (!type || !/^[\w-]+(\/[\w-]+)*(\.[\w-]+)*$/.test(name)) return notFound();
  try {
    const body = await readFile(vendor ? require.resolve(vendor) : fileURLToPath(new URL(name, PAGE)));
    return { status: 200, headers: { 'content-type': type, 'cache-control': 'no-cache' }, body };
  } catch {
    return notFound();
  }
}

function notFound(): Reply {
  return jsonReply(404, { error: '没有这个页面' });
}
