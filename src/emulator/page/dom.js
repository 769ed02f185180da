// @ts-check

/**
 * Makes an element. Text goes in as text nodes only, so nothing a person wrote can become markup.
 *
 * `props`: `class`, `data` (dataset), `on` (listeners), `style` (CSS properties, set through the CSSOM because the
 * page's content policy refuses style attributes), anything else is an attribute; `false`, `null` and `undefined` are
 * left out, `true` is an empty attribute.
 *
 * @param {string} tag
 * @param {Record<string, any>} [props]
 * @param {...any} children
 * @returns {any}
 */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props ?? {})) setProp(node, key, value);
  append(node, children);
  return node;
}

/** @param {HTMLElement} node @param {string} key @param {any} value */
function setProp(node, key, value) {
  if (value === undefined || value === null || value === false) return;
  if (key === 'class') node.className = value;
  else if (key === 'data') for (const [name, text] of Object.entries(value)) setData(node, name, text);
  else if (key === 'on') for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
  else if (key === 'style') setStyle(node, value);
  else node.setAttribute(key, value === true ? '' : String(value));
}

/** @param {HTMLElement} node @param {string} name @param {any} value */
function setData(node, name, value) {
  if (value !== undefined && value !== null) node.dataset[name] = String(value);
}

/** @param {HTMLElement} node @param {Record<string, any>} style */
export function setStyle(node, style) {
  for (const [name, value] of Object.entries(style)) {
    if (value !== undefined && value !== null && value !== '') node.style.setProperty(name, String(value));
  }
}

/** @param {Node} node @param {any[]} children */
export function append(node, children) {
  for (const child of children.flat()) {
    if (child === undefined || child === null || child === false) continue;
    node.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Only web addresses may become links; anything else (`javascript:`, `file:` …) is shown as text. @param {unknown} url */
export function webAddress(url) {
  return typeof url === 'string' && /^https?:\/\/[^\s]+$/i.test(url) ? url : null;
}

/** @param {unknown} url @param {...any} children */
export function webLink(url, ...children) {
  const href = webAddress(url);
  if (href === null) return h('span', {}, ...children);
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}
