import type { DraftOffice, DraftTask, OfficeRole } from '../import-report.ts';
import { fold, squeeze, stripArtefacts } from './fold.ts';
import { fanOutOf, isOfficeName, splitNames, splitOutsideBrackets } from './office-names.ts';

export interface OwnerReading {
  readonly offices: readonly DraftOffice[];
  readonly people: DraftTask['people'];
  /** False where the words name offices but no verb or label says what they have to do. */
  readonly roleStated: boolean;
}

type Person = DraftTask['people'][number];

const LABEL =
  /(牵头(?:责任)?(?:单位|部门|科室|处室|股室|处|科)|(?:责任|负责|承办|落实|主办|实施|主责|主体责任)(?:单位|部门|科室|处室|股室|处|科|主体)|(?:配合|协办|协同|协助|参与|参加)(?:责任)?(?:单位|部门|科室|处室|股室|处|科)|(?:牵头|分管|责任|包保|主管)(?:局|委)?领导|(?:直接|第一|具体)?责任人|联系人|联络人|负责人|经办人|具体负责人|牵头|责任|负责|配合|协办)\s*[:：]/g;
const VERB =
  /(?:共同|分别|具体|按职责分工|按(?:照)?职责|分工|各自)*(?:牵头(?:负责|落实|办理|组织实施|组织|抓总|实施)?|(?:协同|协助|积极|密切)?配合(?:落实|实施|做好)?|协办|协助|协同|参与|参加|主办|承办|办理|落实|负责(?:落实|实施|组织实施)?|组织实施|实施|执行|主责|责任)$/;
const VERB_INSIDE = /(?:牵头|负责|配合|协助|协办|落实|承办)(?=[^单部科处股、,，]{1,14}$)/;
const FRONT_VERB = /^(?:由)?(牵头|会同|配合|协办|协助|负责|承办)(?=[^单部科处])/;
const ROLE_BRACKET = /[（(]\s*(牵头|主办|负责|责任|落实|承办|办理|配合|协办|协助|参与)(?:单位|部门)?\s*[)）]$/;
const PEOPLE = /领导|人$/;
const WRAPPER = /^[（(【[]([\s\S]*)[)）】\]]$/;
const LIMIT = 4000;
/** With the padding that a cell may have. */
const RAW_LIMIT = 20_000;
/** Longer than any name of an office with its verb. */
const TAIL = 80;

/**
 * Reads who has to do what with an item: verbs (甲处牵头，乙处配合), labels (牵头单位：…；责任人：…), rosters (各处室（单位）) and lists.
 * Names without a verb are responsible. People pair with the offices of their bracket by position where the lists are
 * equally long.
 */
export function readOwners(phrase: string): OwnerReading {
  const text = unwrap(squeezeLines(stripArtefacts(phrase.slice(0, RAW_LIMIT))).slice(0, LIMIT));
  const labels = [...text.matchAll(LABEL)];
  return labels.length > 0 ? readLabelled(text, labels) : readVerbs(text);
}

function readLabelled(text: string, labels: readonly RegExpExecArray[]): OwnerReading {
  const offices: DraftOffice[] = [];
  const people: Person[] = [];
  const lead = text.slice(0, labels[0]?.index ?? 0);
  if (lead.trim() !== '') offices.push(...readVerbs(lead).offices);
  labels.forEach((label, index) => {
    const from = label.index + label[0].length;
    const value = text.slice(from, labels[index + 1]?.index ?? text.length).replace(/[;；。,，、\s]+$/, '');
    const word = label[1] ?? '';
    if (!PEOPLE.test(word)) {
      offices.push(...readVerbs(value, roleOf(word)).offices);
      return;
    }
    for (const name of splitOutsideBrackets(value, /[、,，;；\s]/)) people.push({ role: word, name, office: null });
  });
  return { offices, people: pairUp(people, offices), roleStated: true };
}

/** 责任人 and 责任股室 of one bracket pair by position; leaders do not. */
function pairUp(people: readonly Person[], offices: readonly DraftOffice[]): readonly Person[] {
  const responsible = offices.filter((office) => office.role !== 'support');
  const own = people.filter((person) => person.role.endsWith('人'));
  if (own.length !== responsible.length) return people;
  return people.map((person) => ({ ...person, office: responsible[own.indexOf(person)]?.name ?? null }));
}

function readVerbs(text: string, fallback?: OfficeRole): OwnerReading {
  const offices: DraftOffice[] = [];
  let pending: string[] = [];
  let stated = fallback !== undefined;
  const settle = (role: OfficeRole): void => {
    offices.push(...pending.flatMap((list) => splitNames(list)).flatMap((name) => officeFrom(name, role)));
    pending = [];
  };
  for (const clause of splitOutsideBrackets(text, /[,，;；。\n]/)) {
    const joint = /^(.*?)会同(.+)$/.exec(clause);
    if (joint) {
      const verb = VERB.exec(joint[2] ?? '');
      const first = (joint[1] ?? '').replace(VERB, '').replace(/^由/, '').trim();
      if (first !== '') pending.push(first);
      settle('lead');
      pending.push((joint[2] ?? '').slice(0, verb?.index).trim());
      settle('joint');
      stated = true;
      continue;
    }
    const front = FRONT_VERB.exec(clause);
    const verb = front ? null : (VERB.exec(clause) ?? verbInside(clause) ?? roleForAll(clause));
    const list = (front ? clause.slice(front[0].length) : clause.slice(0, verb?.index)).replace(/^由/, '').trim();
    if (front) settle(fallback ?? 'responsible');
    if (list !== '') pending.push(list);
    const word = front?.[1] ?? verb?.[0];
    if (!word) continue;
    stated = true;
    const role = roleOf(word);
    settle(role === 'responsible' && /会同/.test(word) ? 'joint' : role);
  }
  settle(fallback ?? 'responsible');
  return { offices, people: [], roleStated: stated || offices.some((office) => office.role !== 'responsible') };
}

/** 甲科负责解读: the verb stands before what is to be done. */
function verbInside(clause: string): RegExpExecArray | null {
  const match = VERB_INSIDE.exec(clause);
  const names = splitNames(clause.slice(0, match?.index));
  return match && names.length > 0 && names.every(isOfficeName) ? match : null;
}

/** 甲科、乙科（配合）: the bracket at the end speaks for the whole list where no other name has its own. */
function roleForAll(clause: string): RegExpExecArray | null {
  const match = ROLE_BRACKET.exec(clause);
  if (!match) return null;
  return splitNames(clause.slice(0, match.index)).some((name) => ROLE_BRACKET.test(name)) ? null : match;
}

function officeFrom(raw: string, role: OfficeRole): readonly DraftOffice[] {
  const bracket = ROLE_BRACKET.exec(raw);
  const name = (bracket ? raw.slice(0, bracket.index) : raw).replace(/^[-·•]+|[。;；:：]+$/g, '').trim();
  if (!/[\p{L}]/u.test(name)) return [];
  return [{ name, role: bracket ? roleOf(bracket[1] ?? '') : role, fanOut: fanOutOf(name), inferred: false }];
}

function roleOf(word: string): OfficeRole {
  if (/牵头|主办|主责/.test(word)) return 'lead';
  if (/会同/.test(word)) return 'joint';
  return /配合|协办|协同|协助|参与|参加/.test(word) ? 'support' : 'responsible';
}

function unwrap(text: string): string {
  const inner = WRAPPER.exec(text)?.[1];
  return inner !== undefined && !/[（(]/.test(inner.slice(0, Math.max(0, inner.search(/[)）]/)))) && balanced(inner)
    ? inner
    : text;
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const char of fold(text)) {
    depth += char === '(' ? 1 : char === ')' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Joins wrapped lines unless the line before is a whole clause or both sides are names: 办公室⏎法规处. */
function squeezeLines(text: string): string {
  const lines = text
    .split('\n')
    .map(squeeze)
    .filter((line) => line !== '');
  return lines.reduce((joined, line) => {
    if (joined === '' || /[、,，;；:：]$/.test(joined)) return joined + line;
    const last =
      joined
        .slice(-TAIL)
        .split(/[、,，;；:：]/)
        .at(-1) ?? '';
    const both =
      VERB.test(last) || (isOfficeName(last) && isOfficeName(line.replace(VERB, '').split(/[、,，]/)[0] ?? ''));
    return both && !/^[（(]/.test(line) ? `${joined}，${line}` : joined + line;
  }, '');
}

/** 0 … 1: how much the words of a cell look like a list of owners. */
export function ownerLikeness(cell: string): number {
  if (cell.length > RAW_LIMIT) return 0;
  const text = squeezeLines(stripArtefacts(cell));
  if (text === '' || text.length > 160 || /[。！？!?](?=.)/.test(text)) return 0;
  const reading = readOwners(text);
  if (reading.people.length > 0) return 1;
  if (reading.offices.length === 0) return 0;
  const named = reading.offices.filter((office) => isOfficeName(office.name) || office.name.startsWith('各')).length;
  return named / reading.offices.length;
}
