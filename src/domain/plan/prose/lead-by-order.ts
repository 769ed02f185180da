import type { ReadTask } from '../draft-task.ts';
import { fold } from '../phrases/fold.ts';
import type { SourceDocument } from '../source-document.ts';

/** 第一责任单位为牵头单位，下同 · 排在首位的为牵头单位 */
const FIRST_LEADS =
  /(?:第一(?:个|位|家)?(?:责任)?(?:单位|部门|科室|处室)|(?:排名|排序|排|列|居|位列|位居)[在于]?(?:第一|首位|最前|首|前)(?:位|个|家)?的?者?(?:责任)?(?:单位|部门|科室|处室)?|首(?:个|位|家)(?:责任)?(?:单位|部门|科室|处室))(?:均|都)?(?:为|是|即为|系)(?:总?牵头|主办|主要责任|第一责任|主责)/;

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
