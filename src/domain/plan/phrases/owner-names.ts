import type { OfficeRole } from '../import-report.ts';
import { saysNothing } from './blank-words.ts';
import { isOfficeName, splitNames } from './office-names.ts';
import { bareNameLength, isPersonName, isTitledName, splitRunTogether } from './person-names.ts';
import { FIRST_LEADS, ROLE_BRACKET, roleOf } from './role-verbs.ts';

/** Names as folded; the reader puts the printed ones in their place. */
export interface FoundOwners {
  readonly offices: { readonly name: string; readonly role: OfficeRole }[];
  readonly people: { readonly role: string; readonly name: string; readonly office: string | null }[];
}

const OPENING = /^(?:[-·•*]+|\d{1,2}[.、)](?!\d)|[①-⑳]|由)+/;
const OPEN_LIST =
  /^(.{2,}?)等(?:[\d一二三四五六七八九十几多]+[个家])?((?:市级|区级|县级|区直|县直|市直|各)?(?:相关|有关|各)?[^、,()]{0,8}?(?:单位|部门|处室|科室|股室|机构|企业))?$/;
const BRACKET = /^(.+?)\(([^()]*)\)$/;
/** What an office does, not what it is called: 甲科(负责联系乙). */
const COMMENT = /^(?:第一|首个|首位|排在|下同|注|负责|联系|分管|具体|对应|包|协调|参与|按)/;
const COLLECTS = /^(.{2,20}?)(牵头|汇总|统筹|收集|总牵头|配合|协助)(?:汇总)?$/;
const PERSON_LABEL = /^(?:联系人|联络[人员]|责任人|负责人|经办人|具体负责人|信息员)\s*:?\s*(.+)$/;
const DEFAULT_ROLE = '责任人';

/** Reads a list of names that share a role: offices, rosters, and the people who stand among them. */
export function readNames(list: string, role: OfficeRole, out: FoundOwners): void {
  const names = splitNames(list);
  if (names.every((name) => isPersonName(name) && !isOfficeName(name))) {
    for (const name of names) out.people.push({ role: DEFAULT_ROLE, name, office: null });
    return;
  }
  let before: string | null = null;
  for (const raw of names) before = readName(raw, role, out, before);
}

/** The office that the name stands for, or null; a person behind it belongs to it. */
function readName(raw: string, stated: OfficeRole, out: FoundOwners, before: string | null): string | null {
  const marked = ROLE_BRACKET.exec(raw);
  const role = marked ? roleOf(marked[1] ?? '') : stated;
  const name = (marked ? raw.slice(0, marked.index) : raw)
    .replace(OPENING, '')
    .replace(/[。;:.]+$/, '')
    .trim();
  if (!/[\p{L}]/u.test(name) || saysNothing(name)) return before;
  const open = OPEN_LIST.exec(name);
  if (open?.[1] && isOfficeName(open[1])) {
    out.offices.push({ name: open[1], role });
    if (/相关|有关|各/.test(open[2] ?? '')) out.offices.push({ name: open[2] ?? '', role });
    return open[1];
  }
  const bracket = BRACKET.exec(name);
  const read = bracket ? readBracket(bracket[1] ?? '', bracket[2] ?? '', role, out) : undefined;
  if (read !== undefined) return read;
  const [head, ...rest] = name.split(':');
  if (head && rest.length > 0 && isOfficeName(head)) {
    out.offices.push({ name: head, role });
    addPeople(rest.join(':'), DEFAULT_ROLE, head, out);
    return head;
  }
  if (isPerson(name, out, before !== null)) {
    addPeople(name, isTitledName(name) ? '负责人' : DEFAULT_ROLE, before, out);
    return null;
  }
  const person = gluedPerson(name);
  const office = name.slice(0, name.length - person.length);
  out.offices.push({ name: office, role });
  if (person !== '') out.people.push({ role: DEFAULT_ROLE, name: person, office });
  return office;
}

/** 财政所李敏: an office and a person with nothing between them. Empty where there is no person. */
function gluedPerson(name: string): string {
  if (name.length < 5 || isOfficeName(name)) return '';
  const width = [3, 2].find((each) => isPersonName(name.slice(-each)) && isOfficeName(name.slice(0, -each)));
  return width === undefined ? '' : name.slice(-width);
}

/** The office that the bracket belongs to, or undefined where the bracket is part of the name. */
function readBracket(base: string, inside: string, role: OfficeRole, out: FoundOwners): string | null | undefined {
  const labelled = PERSON_LABEL.exec(inside)?.[1];
  if (!labelled && (COMMENT.test(inside) || FIRST_LEADS.test(inside)) && isOfficeName(base)) {
    out.offices.push({ name: base, role });
    return base;
  }
  const collects = COLLECTS.exec(inside);
  if (collects?.[1] && isOfficeName(collects[1])) {
    out.offices.push({ name: base, role }, { name: collects[1], role: roleOf(collects[2] ?? '') });
    return base;
  }
  if (isOfficeName(base) && !isOfficeName(inside) && (labelled || areNames(inside))) {
    out.offices.push({ name: base, role });
    addPeople(labelled ?? inside, DEFAULT_ROLE, base, out);
    return base;
  }
  if (isOfficeName(inside) && !isOfficeName(base) && isPersonName(base.slice(0, bareNameLength(base)))) {
    out.offices.push({ name: inside, role });
    addPeople(base, DEFAULT_ROLE, inside, out);
    return null;
  }
  return undefined;
}

function isPerson(name: string, out: FoundOwners, behindOffice: boolean): boolean {
  if (isTitledName(name)) return true;
  const bare = name.slice(0, bareNameLength(name));
  return (
    isPersonName(bare) &&
    !isOfficeName(name) &&
    (bare.length > 2 || bare !== name || behindOffice || out.people.length > 0)
  );
}

function areNames(words: string): boolean {
  const names = words.split(/[、,/]/);
  return names.every((name) => isPersonName(name.slice(0, bareNameLength(name.trim()))));
}

/** Reads 张三、李四(法规科) behind a label such as 责任人. An office among the names is the office of the next one. */
export function addPeople(list: string, role: string, office: string | null, out: FoundOwners): void {
  let own = office;
  for (const part of splitNames(list)) {
    const bracket = BRACKET.exec(part);
    const bare = (bracket ? (bracket[1] ?? '') : part).trim();
    const name = bare.slice(0, bareNameLength(bare));
    if (!/[\p{L}]/u.test(name) || saysNothing(name)) continue;
    if (isOfficeName(bare) && !isTitledName(bare) && !isPersonName(name)) {
      own = bare;
      continue;
    }
    const of = bracket && isOfficeName(bracket[2] ?? '') ? (bracket[2] ?? '') : own;
    for (const each of splitRunTogether(name)) out.people.push({ role, name: each, office: of });
  }
}
