// @ts-check
import { setStyle, webAddress } from '../dom.js';
import { colour } from './colour.js';

/** @typedef {import('./context.js').CardElement} CardElement */

const SPACINGS = { small: '4px', medium: '8px', large: '12px', extra_large: '16px' };
const ALIGNS = { left: 'flex-start', top: 'flex-start', center: 'center', right: 'flex-end', bottom: 'flex-end' };

/** Pixel lengths as the platform takes them: one, two or four values. @param {unknown} value */
export function lengths(value) {
  return typeof value === 'string' && /^-?\d+(\.\d+)?px( -?\d+(\.\d+)?px){0,3}$/.test(value.trim()) ? value : '';
}

/** @param {unknown} value @param {string} fallback */
export function spacing(value, fallback) {
  return SPACINGS[/** @type {keyof typeof SPACINGS} */ (value)] ?? (lengths(value) || fallback);
}

/**
 * The attributes every container shares: direction, spacings, alignment, padding, background.
 *
 * @param {HTMLElement} node
 * @param {CardElement} element
 * @param {{ config: Record<string, any>, gap?: string, background?: string }} how
 */
export function styleBox(node, element, { config, gap = '8px', background = element.background_style }) {
  const horizontal = element.direction === 'horizontal';
  node.classList.add('box', horizontal ? 'row' : 'stack');
  const across = align(element.horizontal_align, 'flex-start');
  const down = align(element.vertical_align, 'flex-start');
  setStyle(node, {
    gap: `${spacing(element.vertical_spacing, gap)} ${spacing(element.horizontal_spacing, '8px')}`,
    padding: lengths(element.padding),
    'background-color': colour(config, background, 'ground'),
    // Children that do not fill the width (buttons, people …) stand where this says; see `.stack > .fit`.
    '--across': across,
    '--justify': horizontal ? across : down,
    '--items': horizontal ? down : 'stretch',
  });
}

/** @param {unknown} value @param {string} fallback */
function align(value, fallback) {
  return ALIGNS[/** @type {keyof typeof ALIGNS} */ (value)] ?? fallback;
}

/** Widths: `fill`, `auto`, `default` or pixels. @param {HTMLElement} node @param {unknown} width */
export function styleWidth(node, width) {
  if (width === 'fill') node.classList.add('fill');
  else if (lengths(width) !== '') setStyle(node, { width: String(width), 'max-width': '100%' });
}

/** Makes a whole area lead somewhere, without taking clicks from what stands in it. @param {HTMLElement} node @param {any} link */
export function linkArea(node, link) {
  const url = webAddress(link?.pc_url) ?? webAddress(link?.url) ?? webAddress(link?.default_url);
  if (url === null) return;
  node.classList.add('linked');
  node.setAttribute('role', 'link');
  node.tabIndex = 0;
  const open = (/** @type {Event} */ event) => {
    if (isInner(event, node)) return;
    event.stopPropagation();
    window.open(url, '_blank', 'noopener');
  };
  node.addEventListener('click', open);
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === node) open(event);
  });
}

/** Whether the event belongs to an interactive component inside `node`. @param {Event} event @param {Element} node */
export function isInner(event, node) {
  const hit = /** @type {Element} */ (event.target).closest(
    'a, button, input, select, textarea, label, summary, [popover], [role="button"], [role="link"]',
  );
  return hit !== null && hit !== node && node.contains(hit);
}
