import { type CardNode, type JsonObject, walkCard } from '../card-json/card-tree.ts';
import { isInteractive } from '../card-json/components.ts';
import type { PageClick } from '../page-api.ts';
import { ActError } from './act-error.ts';
import { fieldValue, isPicker, labelOf } from './field-value.ts';
import { callbackOf, callbackValue, findComponent } from './find-component.ts';

const TIMEZONE = 'Asia/Shanghai';
const PRESSED = ['button', 'interactive_container'];

/**
 * The `action` of the callback that this click causes, as the platform reports it; null when the client handles
 * the click alone (a link, a reset, a tick without behaviours). Throws what the client would not let a person do.
 */
export function cardAction(cards: readonly JsonObject[], click: PageClick): JsonObject | null {
  const { card, component } = findComponent(cards, click);
  const { tag, node, form } = component;
  const head = { tag, ...named(node), ...valued(node) };
  if (form && node.form_action_type === 'submit') return { ...head, ...submitted(card, form, click.formValue ?? {}) };
  if (PRESSED.includes(tag)) return isLinkOnly(node) ? null : head;
  if (form) throw new ActError('表单里的内容随提交按钮一起发送');
  if (tag === 'checker') return callbackOf(node) ? { ...head, checked: click.checked ?? node.checked !== true } : null;
  return { ...head, ...chosen(component, click) };
}

function isLinkOnly(node: JsonObject): boolean {
  return callbackValue(node) === undefined;
}

function chosen({ tag, node }: CardNode, click: PageClick): JsonObject {
  if (tag === 'input') return { input_value: fieldValue(tag, node, click.inputValue) };
  if (tag.startsWith('multi_')) return { options: fieldValue(tag, node, click.options) };
  if (click.option === undefined) throw new ActError('没有选择选项');
  const zone = isPicker(tag) ? { timezone: TIMEZONE } : {};
  return { option: fieldValue(tag, node, click.option), ...zone };
}

/** Every field of the form, filled or not; the client refuses an empty required one without asking the bot. */
function submitted(card: JsonObject, form: JsonObject, given: Readonly<Record<string, unknown>>): JsonObject {
  const fields = [...walkCard(card)].filter(
    ({ tag, form: its }) => its === form && isInteractive(tag) && tag !== 'button',
  );
  const names = fields.map(({ node }) => node.name);
  const stray = Object.keys(given).find((name) => !names.includes(name));
  if (stray !== undefined) throw new ActError(`表单里没有「${stray}」`);
  const values = fields.map(({ tag, node }) => {
    const name = String(node.name);
    const value = fieldValue(tag, node, given[name]);
    if (isRequired(tag, node) && value !== true && value !== false && value.length === 0) {
      throw new ActError(`请填写「${labelOf(node)}」`);
    }
    return [name, value] as const;
  });
  const zone = fields.some(({ tag }) => isPicker(tag)) ? { timezone: TIMEZONE } : {};
  return { form_value: Object.fromEntries(values), ...zone };
}

/** The platform's documentation makes a multiple choice required unless told otherwise. */
function isRequired(tag: string, node: JsonObject): boolean {
  return tag.startsWith('multi_') ? node.required !== false : node.required === true;
}

function named(node: JsonObject): JsonObject {
  return typeof node.name === 'string' ? { name: node.name } : {};
}

function valued(node: JsonObject): JsonObject {
  const value = callbackValue(node);
  return value === undefined ? {} : { value };
}
