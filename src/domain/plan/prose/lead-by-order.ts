import type { ReadTask } from '../draft-task.ts';
import { fold } from '../phrases/fold.ts';
import { FIRST_LEADS } from '../phrases/role-verbs.ts';
import type { SourceDocument } from '../source-document.ts';

/** Without one of each no words say it; most cells have neither. */
const LEADS = /[主牵牽]/;
const ORDER = /[第首排列]/;
const SHORTEST = 5;

/** Whether a document says once for all of its rows that the office named first leads. */
export function firstLeads(document: SourceDocument): boolean {
  return document.blocks.some((block) =>
    block.type === 'table' ? block.cells.some(({ text }) => says(text)) : says(block.text),
  );
}

function says(text: string): boolean {
  return text.length >= SHORTEST && LEADS.test(text) && ORDER.test(text) && FIRST_LEADS.test(fold(text));
}

/** The first of several responsible offices leads where no other does. */
export function withFirstLeading(read: ReadTask): ReadTask {
  const { offices } = read.task;
  const responsible = offices.filter(({ role }) => role === 'responsible');
  if (responsible.length < 2 || offices.some(({ role }) => role === 'lead')) return read;
  const notes = [...read.task.notes, { kind: 'lead-by-order', text: '文中注明排在第一位的责任单位为牵头单位' }];
  const led = offices.map((office) => (office === responsible[0] ? { ...office, role: 'lead' as const } : office));
  return { ...read, task: { ...read.task, offices: led, notes } };
}
