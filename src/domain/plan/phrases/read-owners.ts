import type { DraftOffice, DraftTask, OfficeRole } from '../import-report.ts';
import { fold, stripArtefacts } from './fold.ts';
import { joinOwnerLines } from './join-lines.ts';
import { fanOutOf, isOfficeName, splitNames, splitOutsideBrackets } from './office-names.ts';
import { addPeople, type FoundOwners, readNames } from './owner-names.ts';
import { remembered } from './remember.ts';
import * as verbs from './role-verbs.ts';

export interface OwnerReading {
  readonly offices: readonly DraftOffice[];
  readonly people: DraftTask['people'];
  /** False where the words name offices but no verb or label says what they have to do. */
  readonly roleStated: boolean;
}

const WRAPPER = /^[（(【〔[]([\s\S]*)[)）】〕\]]$/;
const LIMIT = 4000;
/** With the padding that a cell may have. */
const RAW_LIMIT = 20_000;
const NAMED =
  /[处科室股局办委厅部院所站队心会府关位门司组联馆校社庭镇街乡村县区企机體體处責责領领员人系岗崗处處縣區鎮鄉關門團口台]/;

/**
 * Reads who has to do what with an item: verbs (甲处牵头，乙处配合), labels (牵头单位：…；责任人：…), rosters (各处室（单位）) and lists.
 * Names without a verb are responsible. People pair with the offices of their bracket by position where the lists are
 * equally long.
 */
export const readOwners: (phrase: string) => OwnerReading = remembered(readOwnersAnew);

function readOwnersAnew(phrase: string): OwnerReading {
  const printed = unwrap(joinOwnerLines(phrase.slice(0, RAW_LIMIT)).slice(0, LIMIT));
  const folded = unbox(fold(printed));
  const out: FoundOwners = { offices: [], people: [] };
  // Most cells have no colon, and looking is cheaper.
  const found = folded.includes(':') ? [...folded.matchAll(verbs.LABEL)] : [];
  const labels = found.filter((label) => depthAt(folded, label.index) === 0);
  const stated = labels.length > 0 ? readLabelled(folded, labels, out) : readVerbs(folded, null, out);
  const [first] = out.offices;
  if (first?.role === 'responsible' && verbs.FIRST_LEADS.test(folded)) out.offices[0] = { ...first, role: 'lead' };
  const asPrinted = (name: string): string =>
    name
      .split('、')
      .map((part) => printedAt(part, folded, printed))
      .join('、');
  return {
    offices: out.offices.map(({ name, role }) => {
      return { name: asPrinted(name), role, fanOut: fanOutOf(name), inferred: false };
    }),
    people: out.people.map(({ role, name, office }) => {
      return { role: asPrinted(role), name: asPrinted(name), office: office && asPrinted(office) };
    }),
    roleStated: stated || out.offices.some((office) => office.role !== 'responsible'),
  };
}

function printedAt(part: string, folded: string, printed: string): string {
  const at = folded.indexOf(part);
  return at < 0 ? part : printed.slice(at, at + part.length);
}

/** 【责任单位】甲 becomes 责任单位:甲 of the same length. */
function unbox(folded: string): string {
  if (!/[【[]/.test(folded)) return folded;
  return folded.replace(verbs.BOXED_LABEL, (box: string, label: string) => ` ${label}:`.padEnd(box.length, ' '));
}

function readLabelled(text: string, labels: readonly RegExpExecArray[], out: FoundOwners): boolean {
  const lead = text.slice(0, labels[0]?.index ?? 0);
  if (lead.trim() !== '') readVerbs(lead, null, out);
  labels.forEach((label, index) => {
    const from = label.index + label[0].length;
    const value = text.slice(from, labels[index + 1]?.index ?? text.length).replace(/[;。,、\s【[(]+$/, '');
    const word = label[1] ?? '';
    if (!verbs.PEOPLE_LABEL.test(word)) readVerbs(value, verbs.roleOf(word), out);
    else readPeople(value, word, out);
  });
  const paired = pairUp(out);
  out.people.splice(0, out.people.length, ...paired);
  return true;
}

/** 责任人:办公室 names an office, not a person. */
function readPeople(value: string, word: string, out: FoundOwners): void {
  const before = out.people.length;
  addPeople(value, word, null, out);
  if (out.people.length === before && !verbs.isLeader(word)) readVerbs(value, 'responsible', out);
}

/** 责任人 and 责任股室 of one bracket pair by position; leaders do not. */
function pairUp({ people, offices }: FoundOwners): FoundOwners['people'] {
  const responsible = offices.filter(verbs.doesDuty);
  const own = people.filter((person) => person.role.endsWith('人') && person.office === null);
  if (own.length !== responsible.length) return people;
  return people.map((person) => ({
    ...person,
    office: person.office ?? responsible[own.indexOf(person)]?.name ?? null,
  }));
}

/** Whether a verb or a label gave the names a role. */
function readVerbs(text: string, fallback: OfficeRole | null, out: FoundOwners): boolean {
  const rest = fallback ?? 'responsible';
  let pending: string[] = [];
  let stated = fallback !== null;
  /** How many offices only 负责. */
  let charged = 0;
  const settle = (role: OfficeRole): void => {
    for (const list of pending) readNames(list, role, out);
    pending = [];
  };
  for (const clause of splitOutsideBrackets(text, /[,;。\n]/).flatMap(atVerbs)) {
    if (verbs.ELSEWHERE.test(clause)) continue;
    if (saysHow(clause)) {
      stated ||= pending.length > 0;
      settle(rest);
      continue;
    }
    const joint = jointIn(clause);
    if (joint) {
      const first = withoutVerb(joint[1] ?? '')
        .replace(verbs.BY, '')
        .trim();
      if (first !== '') pending.push(first);
      settle('lead');
      pending.push(withoutVerb(joint[2] ?? '').trim());
      settle('joint');
      stated = true;
      continue;
    }
    const front = frontVerb(clause);
    const verb = front ? null : verbAtEnd(clause);
    const list = (front ? clause.slice(front[0].length) : clause.slice(0, verb?.index)).replace(verbs.BY, '').trim();
    if (front) settle(rest);
    if (list !== '') pending.push(front ? withoutVerb(list) : list);
    const word = front?.[0] ?? verb?.[0];
    if (!word) continue;
    stated = true;
    const beside = pending.length > 1 || out.offices.length > 0;
    // 甲科负责，乙中心承办: who only carries it out does it for the one that has charge of it.
    if (word.endsWith('承办') && charged === out.offices.length && beside)
      out.offices.forEach((office, at) => {
        out.offices[at] = { ...office, role: 'lead' };
      });
    const role = beside && !front && verbs.WATCHES.test(word) ? 'support' : verbs.roleOf(word);
    // 甲科，乙科配合: who stands before the comma does it.
    if (role === 'support' && rest !== role && pending.length > 1 && out.offices.length === 0)
      readNames(pending.shift() ?? '', rest, out);
    settle(rest === 'upstream' ? rest : role);
    if (word === '负责' && out.offices.every((office) => office.role === 'responsible')) charged = out.offices.length;
  }
  settle(rest);
  return stated;
}

function saysHow(clause: string): boolean {
  const words = verbs.MANNER.exec(clause)?.[1];
  return words !== undefined && splitNames(words).every((name) => !isOfficeName(name));
}

/** 甲会同乙; 甲会乙 and 甲商乙 between two names only. */
function jointIn(clause: string): RegExpExecArray | null {
  const joint = /^(.*?)会同(.+)$/.exec(clause);
  if (joint) return joint;
  const short = /^(.{2,}?[处科室股局办厅部院])[会商](?![同展务议]|计(?!财(?!务)|划))(.{2,})$/.exec(clause);
  return short && namesOnly(withoutVerb(short[1] ?? '')) && namesOnly(withoutVerb(short[2] ?? '')) ? short : null;
}

/** 甲牵头、乙配合: a 、 behind a verb ends a clause as a comma does. */
function atVerbs(clause: string): readonly string[] {
  const inside = /牵头|负责/.exec(clause);
  const cut = inside && inside.index + inside[0].length;
  if (
    cut &&
    cut < clause.length &&
    namesOnly(clause.slice(0, inside.index)) &&
    namesOnly(withoutVerb(clause.slice(cut)))
  )
    return [clause.slice(0, cut), clause.slice(cut)];
  if (!clause.includes('、')) return [clause];
  const clauses: string[] = [];
  let current: string[] = [];
  for (const part of splitOutsideBrackets(clause, /、/)) {
    current.push(part);
    const verb = verbs.VERB_END.exec(part) ?? verbs.AS_END.exec(part);
    if (!verb || !isOfficeName(part.slice(0, verb.index).replace(/^由/, ''))) continue;
    clauses.push(current.join('、'));
    current = [];
  }
  return current.length > 0 ? [...clauses, current.join('、')] : clauses;
}

function frontVerb(clause: string): RegExpExecArray | null {
  const front = verbs.FRONT_VERB.exec(clause);
  return front &&
    splitNames(withoutVerb(clause.slice(front[0].length))).every(
      (name) => isOfficeName(name) || fanOutOf(name) !== null,
    )
    ? front
    : null;
}

function verbAtEnd(clause: string): { readonly index: number; readonly 0: string } | null {
  return (
    verbs.AS_END.exec(clause) ??
    verbs.VERB_END.exec(clause) ??
    verbs.SHARE_END.exec(clause) ??
    behindNames(verbs.LOOSE_END.exec(clause), clause) ??
    behindNames(verbs.VERB_INSIDE.exec(clause), clause) ??
    roleForAll(clause)
  );
}

/** 甲科负责解读, 甲科汇总: a verb only where nothing but names of offices stands before it. */
function behindNames(match: RegExpExecArray | null, clause: string): RegExpExecArray | null {
  return match && namesOnly(clause.slice(0, match.index)) ? match : null;
}

function namesOnly(list: string): boolean {
  const names = splitNames(list);
  return names.length > 0 && names.every((name) => isOfficeName(name));
}

/** 甲科、乙科(配合): the bracket at the end speaks for the whole list where no other name has its own. */
function roleForAll(clause: string): RegExpExecArray | null {
  const match = verbs.ROLE_BRACKET.exec(clause);
  if (!match) return null;
  return splitNames(clause.slice(0, match.index)).some((name) => verbs.ROLE_BRACKET.test(name)) ? null : match;
}

function withoutVerb(list: string): string {
  return list.slice(0, verbAtEnd(list)?.index);
}

function unwrap(text: string): string {
  const inner = WRAPPER.exec(text)?.[1];
  return inner !== undefined && balanced(inner) ? inner : text;
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const char of fold(text)) {
    depth += /[([【〔]/.test(char) ? 1 : /[)\]】〕]/.test(char) ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function depthAt(folded: string, index: number): number {
  if (!folded.includes(')')) return 0;
  const before = folded.slice(0, index);
  return Math.max(0, (before.match(/\(/g) ?? []).length - (before.match(/\)/g) ?? []).length);
}

/** 0 … 1: how much the words of a cell look like a list of owners. */
export const ownerLikeness: (cell: string) => number = remembered(measure);

function measure(cell: string): number {
  if (cell.length > RAW_LIMIT || !NAMED.test(cell)) return 0;
  const text = joinOwnerLines(stripArtefacts(cell));
  if (text === '' || text.length > 160 || /[。！？!?](?=.)/.test(text)) return 0;
  const reading = readOwners(text);
  if (reading.offices.length === 0) return reading.people.length > 0 && reading.roleStated ? 1 : 0;
  if (reading.people.length > 0 && reading.roleStated) return 1;
  const named = reading.offices.filter((office) => isOfficeName(office.name) || office.name.startsWith('各')).length;
  return named / reading.offices.length;
}
