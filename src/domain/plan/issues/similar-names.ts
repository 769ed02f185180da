import type { ReadTask } from '../draft-task.ts';
import { fold } from '../phrases/fold.ts';
import { isOfficeName } from '../phrases/office-names.ts';
import type { Hit, Question } from './question.ts';

const IN_TEXT = /(?:^|[,。;、由])([\u4e00-\u9fff]{3,8}?(?:股|科|处|室))(?=要|应|负责|牵头|会同|须|具体|对)/g;
const MAY_NAME = /[股科处室](?:要|应|负责|牵头|会同|须|具体|对)/;
/** No plan names more offices; keeps the comparison of all with all small. */
const MOST = 400;
const GENERAL = /^(?:各|本|该|有关|相关|其他|机关|业务|责任|牵头|承办)|(?:处室|科室|股室)$/;

/**
 * Names that are nearly another name of the plan (房屋拆迁股 beside 房屋征收股): one is mostly a slip. Offices that differ in
 * kind (市场科, 市政科) are too short to ask about.
 */
export function similarNames(tasks: readonly ReadTask[]): readonly Question[] {
  const named = new Map<string, ReadTask[]>();
  for (const task of tasks) {
    for (const { name, fanOut } of task.task.offices) if (fanOut === null) addTo(named, name, task);
  }
  const listed = new Set(named.keys());
  for (const task of tasks) {
    if (!MAY_NAME.test(task.folded)) continue;
    for (const match of task.folded.matchAll(IN_TEXT)) {
      const name = match[1] ?? '';
      if (!listed.has(name) && !GENERAL.test(name) && isOfficeName(name)) addTo(named, name, task);
    }
  }
  const names = [...named.keys()].slice(0, MOST);
  const bare = names.map(bareName);
  return names.flatMap((name, at): readonly Question[] => {
    const other = names
      .slice(0, at)
      .find((earlier, index) => areAlike(bare[index] ?? '', bare[at] ?? '') && isSlip(named, earlier, name));
    if (other === undefined || (!listed.has(name) && !listed.has(other))) return [];
    const hits = [...hitsOf(named, other).slice(0, 1), ...hitsOf(named, name)];
    return [{ kind: 'similar-office', suggestion: `“${other}”与“${name}”是否同一单位，暂按两个单位登记`, hits }];
  });
}

type Named = ReadonlyMap<string, readonly ReadTask[]>;

function addTo(named: Map<string, ReadTask[]>, name: string, task: ReadTask): void {
  const tasks = named.get(name);
  if (tasks) tasks.push(task);
  else named.set(name, [task]);
}

function hitsOf(named: Named, name: string): readonly Hit[] {
  return (named.get(name) ?? []).map((task) => ({ task, text: name }));
}

/** A slip is rare; two names that both come often are two offices. */
function isSlip(named: Named, a: string, b: string): boolean {
  return Math.min(named.get(a)?.length ?? 0, named.get(b)?.length ?? 0) <= 1;
}

/** One character more, less or other; or two others in the middle of a name of five. */
export function areSimilar(first: string, second: string): boolean {
  return areAlike(bareName(first), bareName(second));
}

function areAlike(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  const [start, end] = commonEnds(a, b);
  const left = Math.max(a.length, b.length) - start - end;
  if (end < 1 || start < 1) return false;
  return left <= 1 ? a.length >= 5 || start >= 2 : a.length === b.length && left === 2 && a.length >= 5 && start >= 2;
}

/** 自治区教育厅 and 自治区审计厅 share only their level. */
function bareName(name: string): string {
  return fold(name).replace(/^[\u4e00-\u9fff]{0,4}?(?:自治区|省|市|县|区|旗|镇|乡|街道)(?=.{3})/, '');
}

/** How many characters two words share at their beginning and, behind that, at their end. */
export function commonEnds(a: string, b: string): readonly [number, number] {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [start, end];
}
