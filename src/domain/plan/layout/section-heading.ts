import { fold } from '../phrases/fold.ts';
import { LEADERS, OFFICES, PEOPLE } from '../phrases/label-words.ts';
import { isPeriod } from './header-words.ts';

/** A line across a table, and what it says for all the rows below it. */
export interface SectionHeading {
  /** Without the bracket that names people or offices; empty where the line says nothing else. */
  readonly text: string;
  readonly people: readonly { readonly role: string; readonly text: string }[];
  readonly owners: string | null;
  /** 一月, 第二季度: when what stands below falls due. */
  readonly deadline: string | null;
}

const PERSON_LABEL = `${LEADERS}|${PEOPLE}|联系人`;
const LABELLED = new RegExp(`(${PERSON_LABEL}|${OFFICES})\\s*:\\s*`, 'g');
const IS_PERSON = new RegExp(`^(?:${PERSON_LABEL})$`);
const NUMBER = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])/;
const PERIOD_TAIL = /(?:工作)?(?:安排|任务|计划|重点|要点|工作)*(?:\(.{1,12}\))?[::]?$/;
const LONGEST = 300;
const LEVELS: readonly RegExp[] = [/^第.+(?:部分|章)/, /^[一二三四五六七八九十]+、/, /^[（(]/];
/** Below every heading with words. */
const WORDLESS = 9;

/** How deep a heading stands; a deeper one ends with the next that is not deeper. */
export function levelOf({ text }: SectionHeading): number {
  const found = LEVELS.findIndex((pattern) => pattern.test(text));
  return text === '' ? WORDLESS : found < 0 ? 1 : found;
}

export function readHeading(line: string): SectionHeading {
  const none = { text: line, people: [], owners: null, deadline: periodIn(line) };
  if (line.length > LONGEST) return none;
  const folded = fold(line);
  const labels = folded.includes(':') ? [...folded.matchAll(LABELLED)] : [];
  const first = labels[0];
  if (!first) return none;
  const people: { role: string; text: string }[] = [];
  const owners: string[] = [];
  labels.forEach((label, index) => {
    const from = label.index + label[0].length;
    const value = line.slice(from, labels[index + 1]?.index ?? line.length).replace(/[\s,，;；。、)）\]】〕(（]+$/, '');
    const word = line.slice(label.index, label.index + (label[1]?.length ?? 0));
    if (value === '') return;
    if (IS_PERSON.test(fold(word))) people.push({ role: word, text: value });
    else owners.push(`${word}：${value}`);
  });
  const text = line.slice(0, first.index).replace(/[\s(（[【〔,，;；]+$/, '');
  return { text, people, owners: owners.length > 0 ? owners.join('；') : null, deadline: periodIn(text) };
}

function periodIn(line: string): string | null {
  const words = fold(line).replace(NUMBER, '').replace(PERIOD_TAIL, '');
  return isPeriod(words) && words !== '全年' ? words : null;
}

/** The words of a heading without their number, as the name of an office would stand. */
export function bareHeading(line: string): string {
  const folded = fold(line);
  const number = NUMBER.exec(folded)?.[0].length ?? 0;
  return line.slice(number).replace(/[（(][^（()）]{0,12}[)）]$|[:：]$/g, '');
}
