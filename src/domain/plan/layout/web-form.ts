import { keyOf, squeeze } from '../phrases/fold.ts';
import type { StreamCell } from './cell-stream.ts';
import { isFormLabel, isMetaWord } from './header-words.ts';
import type { GridRow } from './table-grid.ts';

const MOST_ROWS = 15;
const LONGEST_LABEL = 12;
const FEWEST = 2;
const MOST_PART = 0.6;
const LABELLED = /^[^:：]{2,12}[:：]/;

/** Whether a table is the form that web pages print above a document: 索引号, 发布机构, 成文日期 and what they are. */
export function isWebForm(rows: readonly GridRow[]): boolean {
  if (rows.length > MOST_ROWS) return false;
  const filled = rows.map((row) => row.own.map(({ cell }) => cell.text).filter((text) => text !== ''));
  return isPaired(filled) || isLabelled(filled) || isHeaded(filled);
}

/** Each label of a row with what stands beside it, so that none stands alone as a heading would. */
export function formLines({ own }: GridRow): readonly StreamCell[] {
  const lines: StreamCell[] = [];
  let label = '';
  for (const { cell } of own) {
    if (cell.text === '') continue;
    const opens = label === '' && isFormLabel(wordOf(cell.text));
    if (opens) label = squeeze(cell.text).replace(/[:：]$/, '');
    else {
      lines.push(label === '' ? cell : { ...cell, text: `${label}：${cell.text}` });
      label = '';
    }
  }
  const last = own.at(-1);
  if (label !== '' && last) lines.push({ ...last.cell, text: label });
  return lines;
}

/** 索引号： | 1234 | 分类： | 政务公开 */
function isPaired(rows: readonly (readonly string[])[]): boolean {
  const labels = rows.map((texts) => texts.flatMap((text, at) => (at % 2 === 0 ? [wordOf(text)] : [])));
  const values = rows.flatMap((texts) => texts.filter((_, at) => at % 2 === 1));
  return hasLabels(labels) && values.length > 0 && !values.some((text) => isFormLabel(wordOf(text)));
}

/** 索引号：1234 | 分类：政务公开 */
function isLabelled(rows: readonly (readonly string[])[]): boolean {
  return hasLabels(rows.map((texts) => texts.map((text) => wordOf(LABELLED.exec(text)?.[0] ?? ''))));
}

/** A row of the plan below the form would have none. */
function hasLabels(rows: readonly (readonly string[])[]): boolean {
  return isMostlyForm(rows.flat()) && rows.every((words) => words.length < 2 || words.some(isFormLabel));
}

/** 索引号 | 发布机构 | 发文日期 above what they are. */
function isHeaded([labels, ...values]: readonly (readonly string[])[]): boolean {
  return (
    labels !== undefined &&
    values.length === 1 &&
    labels.map(wordOf).every(isFormLabel) &&
    isMostlyForm(labels.map(wordOf))
  );
}

function isMostlyForm(words: readonly string[]): boolean {
  const known = words.filter(isFormLabel).length;
  return words.filter(isMetaWord).length >= FEWEST && known >= words.length * MOST_PART;
}

function wordOf(text: string): string {
  return text.length > LONGEST_LABEL * 2 ? '' : keyOf(text);
}
