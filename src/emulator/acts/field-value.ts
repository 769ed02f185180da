import { isObject, type JsonObject } from '../card-json/card-tree.ts';
import { ActError } from './act-error.ts';

const ZONE = ' +0800';

const PICKERS: Readonly<Record<string, { readonly shape: RegExp; readonly initial: string }>> = {
  date_picker: { shape: /^\d{4}-\d{2}-\d{2}$/, initial: 'initial_date' },
  picker_time: { shape: /^\d{2}:\d{2}$/, initial: 'initial_time' },
  picker_datetime: { shape: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, initial: 'initial_datetime' },
};

export function isPicker(tag: string): boolean {
  return tag in PICKERS;
}

/**
 * What the client reports for one field: checked against the component, with its initial value when left alone.
 * Which empty value the platform reports for an optional field is unconfirmed; here it is `''` or `[]`.
 */
export function fieldValue(tag: string, node: JsonObject, given: unknown): string | readonly string[] | boolean {
  if (tag === 'checker') return typeof given === 'boolean' ? given : node.checked === true;
  if (tag.startsWith('multi_')) return manyOf(node, given ?? node.selected_values ?? []);
  const text = given ?? initialOf(tag, node);
  if (typeof text !== 'string') throw new ActError(`「${labelOf(node)}」的值应为文字`);
  if (text === '') return '';
  if (tag === 'input') return inputOf(node, text);
  if (isPicker(tag)) return pickedOf(tag, node, text);
  checkOption(node, text);
  return text;
}

export function labelOf(node: JsonObject): string {
  for (const part of [node.label, node.placeholder]) {
    if (isObject(part) && typeof part.content === 'string') return part.content;
  }
  return typeof node.name === 'string' ? node.name : String(node.tag);
}

function initialOf(tag: string, node: JsonObject): unknown {
  const picker = PICKERS[tag];
  if (picker) return node[picker.initial] ?? '';
  if (tag === 'input') return node.default_value ?? '';
  const index = typeof node.initial_index === 'number' ? node.initial_index : 0;
  return node.initial_option ?? optionsOf(node)[index - 1] ?? '';
}

function inputOf(node: JsonObject, text: string): string {
  const longest = typeof node.max_length === 'number' ? node.max_length : 1000;
  if (text.length > longest) throw new ActError(`「${labelOf(node)}」最多 ${longest} 字`);
  return text;
}

function pickedOf(tag: string, node: JsonObject, text: string): string {
  const bare = text.replace(/ [+-]\d{4}$/, '');
  if (!PICKERS[tag]?.shape.test(bare)) throw new ActError(`「${labelOf(node)}」的日期或时间格式不对`);
  return bare === text ? text + ZONE : text;
}

function manyOf(node: JsonObject, given: unknown): readonly string[] {
  if (!Array.isArray(given)) throw new ActError(`「${labelOf(node)}」的值应为列表`);
  return given.map((option: unknown) => {
    if (typeof option !== 'string') throw new ActError(`「${labelOf(node)}」的值应为文字`);
    checkOption(node, option);
    return option;
  });
}

/** A choice of people without options offers all members of the chat. */
function checkOption(node: JsonObject, option: string): void {
  const options = optionsOf(node);
  if (options.length === 0 && String(node.tag).endsWith('_person')) return;
  if (!options.includes(option)) throw new ActError(`「${labelOf(node)}」没有这个选项：${option}`);
}

function optionsOf(node: JsonObject): readonly unknown[] {
  const options: readonly unknown[] = Array.isArray(node.options) ? node.options : [];
  return options.filter(isObject).map((option) => option.value);
}
