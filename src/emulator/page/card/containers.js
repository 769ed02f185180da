// @ts-check
import { h, setStyle } from '../dom.js';
import { act } from './act.js';
import { isInner, lengths, linkArea, styleBox, styleWidth } from './box.js';
import { colour } from './colour.js';
import { drawMarkdownText } from './markdown.js';
import { drawTextObject, words } from './text.js';
/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

/** @param {CardContext} context @param {CardElement} element */
export function drawColumnSet(context, element) {
  const node = h('div', { class: `column-set flex-${element.flex_mode ?? 'none'}` });
  styleBox(
    node,
    { ...element, direction: 'horizontal', vertical_spacing: element.horizontal_spacing },
    { config: context.config },
  );
  const columns = (element.columns ?? []).map((/** @type {CardElement} */ column) => ({ ...column, tag: 'column' }));
  node.append(...context.drawAll(context, columns));
  linkArea(node, element.action?.multi_url);
  return node;
}

/** @param {CardContext} context @param {CardElement} element */
export function drawColumn(context, element) {
  const { width = 'auto', weight = 1 } = element;
  const node = h('div', { class: `column ${width === 'weighted' ? 'weighted' : width === 'auto' ? 'auto' : 'fixed'}` });
  styleBox(node, element, { config: context.config });
  setStyle(node, { '--weight': weight, '--width': lengths(width) || 'auto' });
  node.append(...context.drawAll(context, element.elements));
  linkArea(node, element.action?.multi_url);
  return node;
}

/** @param {CardContext} context @param {CardElement} element */
export function drawCollapsible(context, element) {
  const header = element.header ?? {};
  const { title } = header;
  const words_ =
    title?.tag === 'markdown'
      ? h('span', { class: 'md' }, drawMarkdownText(words(title), context.people, context.config))
      : drawTextObject(context, title);
  const summary = h('summary', { class: `arrow-${header.icon_position ?? 'right'}` }, words_);
  setStyle(summary, {
    'background-color': colour(context.config, header.background_color, 'ground'),
    padding: lengths(header.padding),
  });
  const inner = h('div', { class: 'collapsible-body' });
  styleBox(inner, element, { config: context.config, background: element.background_color });
  inner.append(...context.drawAll(context, element.elements));
  const node = h('details', { class: 'collapsible', open: element.expanded === true }, summary, inner);
  if (element.border) {
    node.classList.add('bordered');
    setStyle(node, {
      'border-color': colour(context.config, element.border.color ?? 'grey', 'band'),
      'border-radius': lengths(element.border.corner_radius) || '5px',
    });
  }
  return node;
}

/** @param {CardContext} context @param {CardElement} element */
export function drawInteractiveContainer(context, element) {
  const disabled = element.disabled === true;
  const node = h('div', {
    class: 'interactive',
    role: 'button',
    tabindex: disabled ? null : '0',
    'aria-disabled': disabled ? 'true' : null,
    title: words(disabled ? element.disabled_tips : element.hover_tips) || null,
    on: {
      click: (/** @type {Event} */ event) => press(event),
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.target === node && (event.key === 'Enter' || event.key === ' ')) press(event);
      },
    },
  });
  styleBox(node, { padding: '4px 12px', ...element }, { config: context.config });
  styleWidth(node, element.width ?? 'fill');
  if (element.has_border)
    setStyle(node, { border: `1px solid ${colour(context.config, element.border_color ?? 'grey', 'band')}` });
  setStyle(node, { 'border-radius': lengths(element.corner_radius) });
  node.append(...context.drawAll(context, element.elements));
  return node;

  /** @param {Event} event */
  function press(event) {
    if (disabled || isInner(event, node)) return;
    event.preventDefault();
    event.stopPropagation();
    void act(context, element, node);
  }
}
