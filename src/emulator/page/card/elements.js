// @ts-check
import { setStyle } from '../dom.js';
import { lengths } from './box.js';
import { drawButton } from './button.js';
import { drawChart } from './chart.js';
import { drawChecker } from './checker.js';
import { drawCollapsible, drawColumn, drawColumnSet, drawInteractiveContainer } from './containers.js';
import { drawDiv, drawHr, drawImage, drawMarkdown } from './display.js';
import { drawForm } from './form.js';
import { drawInput } from './input.js';
import { drawMultiSelect } from './multi-select.js';
import { drawNote } from './note.js';
import { drawOverflow } from './overflow.js';
import { drawPerson, drawPersonList } from './persons.js';
import { drawPicker } from './pickers.js';
import { drawSelect } from './select.js';
import { drawTable } from './table.js';

/** @typedef {import('./context.js').CardContext} CardContext */
/** @typedef {import('./context.js').CardElement} CardElement */

/** @type {Record<string, (context: CardContext, element: CardElement) => HTMLElement>} */
const DRAWERS = {
  markdown: drawMarkdown,
  div: drawDiv,
  hr: drawHr,
  img: drawImage,
  person: drawPerson,
  person_list: drawPersonList,
  table: drawTable,
  chart: drawChart,
  column_set: drawColumnSet,
  column: drawColumn,
  form: drawForm,
  collapsible_panel: drawCollapsible,
  interactive_container: drawInteractiveContainer,
  button: drawButton,
  input: drawInput,
  select_static: drawSelect,
  select_person: drawSelect,
  multi_select_static: drawMultiSelect,
  multi_select_person: drawMultiSelect,
  date_picker: drawPicker,
  picker_time: drawPicker,
  picker_datetime: drawPicker,
  overflow: drawOverflow,
  checker: drawChecker,
};
const FORM_VALUES = new Set(
  Object.keys(DRAWERS).filter((tag) => /^(input|checker|select|multi_select|date_picker|picker)/.test(tag)),
);

/** @param {CardContext} context @param {unknown} elements @returns {Node[]} */
export function drawAll(context, elements) {
  return (Array.isArray(elements) ? elements : []).flatMap((element) => drawElement(context, element));
}

/** @param {CardContext} context @param {CardElement} element @returns {Node[]} */
function drawElement(context, element) {
  const tag = String(element?.tag);
  const draw = Object.hasOwn(DRAWERS, tag) ? DRAWERS[tag] : undefined;
  if (draw === undefined) return [drawNote(`未知组件 ${tag}`)];
  try {
    const node = draw(context, element);
    node.dataset.tag = tag;
    if (element.name !== undefined) node.dataset.name = element.name;
    if (element.element_id !== undefined) node.dataset.elementId = element.element_id;
    setStyle(node, { margin: lengths(element.margin) });
    const nameless = context.form !== null && FORM_VALUES.has(tag) && !element.name;
    return nameless ? [node, drawNote(`表单里的 ${tag} 缺少 name（200530）`)] : [node];
  } catch (error) {
    return [drawNote(`组件 ${tag} 画不出来：${String(error)}`)];
  }
}
