// @ts-check
// The platform's own tags in markdown (`<font color>`, `<at id>` …) as one inline rule of markdown-it. HTML stays
// switched off: whatever is not in this list is shown as the characters it is written with.

const ATTRIBUTES = String.raw`(?:\s+[\w-]+\s*=\s*(?:'[^']*'|"[^"]*"|[^\s'">]+))*`;
const VOID = /^<(br|hr)\s*\/?>/i;
/** Drawn from their attributes; what stands between the tags is not shown. */
const FILLED = new RegExp(String.raw`^<(at|person|local_datetime)(${ATTRIBUTES})\s*(?:/>|>(?:[^<]{0,200}</\1>)?)`, 'i');
const OPEN = new RegExp(String.raw`^<(font|text_tag|number_tag|link|a)(${ATTRIBUTES})\s*>`, 'i');
const CLOSE = /^<\/(font|text_tag|number_tag|link|a)\s*>/i;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^\s'">]+))/g;

/** @param {any} md a markdown-it instance */
export function larkTags(md) {
  md.inline.ruler.before('autolink', 'lark_tag', rule);
}

/** @param {any} state @param {boolean} silent */
function rule(state, silent) {
  if (state.src[state.pos] !== '<') return false;
  const rest = state.src.slice(state.pos, state.pos + 2000);
  const found =
    read('lark_void', VOID, rest) ??
    read('lark_filled', FILLED, rest) ??
    read('lark_open', OPEN, rest) ??
    read('lark_close', CLOSE, rest);
  if (found === null) return false;
  if (!silent) {
    const token = state.push(found.type, found.tag, 0);
    token.meta = found.attributes;
  }
  state.pos += found.length;
  return true;
}

/** @param {string} type @param {RegExp} pattern @param {string} text */
function read(type, pattern, text) {
  const match = pattern.exec(text);
  if (match === null) return null;
  /** @type {Record<string, string>} */
  const attributes = {};
  for (const [, name = '', single, double, bare] of (match[2] ?? '').matchAll(ATTRIBUTE)) {
    attributes[name.toLowerCase()] = single ?? double ?? bare ?? '';
  }
  return { type, tag: (match[1] ?? '').toLowerCase(), attributes, length: match[0].length };
}
