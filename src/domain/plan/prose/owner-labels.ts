import type { OfficeRole } from '../import-report.ts';
import { fold } from '../phrases/fold.ts';
import { LEADERS, OFFICES, PEOPLE } from '../phrases/label-words.ts';
import { isOfficeName, splitNames } from '../phrases/office-names.ts';
import { BY, roleOf } from '../phrases/role-verbs.ts';

const NAME = `(?:${OFFICES}|(?:项目|工作)?(?:${LEADERS}|${PEOPLE}))`;
/** 牵头单位: · 责任单位及责任人: · 牵头领导（分管领导）: */
export const OWNER_LABEL = `${NAME}(?:(?:和|及|与|、|/|或)${NAME}|\\([^()]{1,10}\\)){0,2}:`;
/** Not 发布时间 and 更新时间, which web pages put above a text. */
const WORK = '(?:工作|任务|计划|预计|办结|办理|完成|整改|推进|落实|实施|报送|答复|截止|目标|最后|具体|项目|公开|时间)';
const DEADLINE = `(?:${WORK}{0,3}(?:时限|期限)(?:要求|安排|规定|节点)?|(?!工作时间|公开时间|项目时间)(?:${WORK}|起止|阶段){1,3}(?:时间|日期|节点|时点)(?:要求|安排|节点)?|时间(?:要求|安排|进度|节点|计划)|节点(?:要求|安排)|(?:${WORK}|时间)?进度(?:要求|安排|计划)|工作进度)`;
/** 完成时限: · 时间节点: · 完成时限及要求: */
export const DEADLINE_LABEL = `${DEADLINE}(?:(?:和|及|与|、)(?:要求|节点|进度|目标|频次))?(?:\\([^()]{1,8}\\))?:`;
/** Only where nothing else is meant, in a bracket or at the beginning of a line: 责任: · 牵头: · 时间: */
export const SHORT_LABEL = '(?:牵头|责任|负责|配合|协办|协同|协助|承办|落实|主办|主责|参与|时间|日期|节点|时限):';

/** What else stands behind owners in a run of labels: it ends their list. */
export const OTHER_LABEL =
  '(?:(?:实际|工作|目前|项目|任务)?(?:完成|进展|推进|落实)(?:情况|进度|形式|目标|措施)|备注|进展|说明|联系电话|电话):';

const LINE_START = new RegExp(`^[-·•*●○■◆【[(〔]{0,3}(?:${OWNER_LABEL}|${DEADLINE_LABEL}|${SHORT_LABEL})`);
const SAYS = new RegExp(
  `(?<=(?:^|[。;,(\\s])(?:${OFFICES}|${DEADLINE_LABEL.slice(0, -1)}))[为是](?!牵头|责任|主办|配合|[期了])`,
  'g',
);
const SHORT_START = new RegExp(`^[-·•*●○■◆]{0,3}${SHORT_LABEL}`);
const SHORT = SHORT_LABEL.slice(0, -1);
const WRAPPED = new RegExp(
  `[【\\[]?((?<=[【\\[])${SHORT}|${OWNER_LABEL.slice(0, -1)}|${DEADLINE_LABEL.slice(0, -1)})[】\\]]:?`,
  'g',
);
/** 负责小组——甲: a dash for the colon. */
const DASHED = new RegExp(`^(${OFFICES}|${LEADERS}|${PEOPLE})-{2}(?=[^-])`);
/** A wide space behind 责任单位: a label that only a gap parts from its value. */
const SPACED = new RegExp(
  `^(\\s*[-·•*●○■◆]?\\s*(?:${OFFICES}|${LEADERS}|${PEOPLE}|${DEADLINE_LABEL.slice(0, -1)}))\\s+(?=\\S)`,
);
const SPACED_SHORT = new RegExp(`^(\\s*[-·•*●○■◆]?\\s*${SHORT})\\s+(?=\\S)`);

/** Of one word: 主办：… stands at the foot of web pages too. */
export function startsWithShortLabel(text: string): boolean {
  return SHORT_START.test(fold(text.slice(0, 12)));
}

/** Whether a paragraph begins as a line about owners or time does. */
export function startsWithLabel(text: string): boolean {
  return LINE_START.test(unwrapLabels(fold(text.slice(0, 40))));
}

/** Puts the colon in that stands for the gap behind a label at the head of a line. */
export function withColon(line: string): string {
  if (!/\S\s+\S/.test(line.slice(0, 40))) return line;
  const folded = fold(line.slice(0, 100));
  const short = SPACED_SHORT.exec(folded);
  const label = short && isValue(folded.slice(short[0].length)) ? short : SPACED.exec(folded);
  return label ? `${line.slice(0, label[1]?.length ?? 0)}：${line.slice(label[0].length)}` : line;
}

/** Behind a label of one word and a gap stand names or a time, or it is no label: 配合 做好检查. */
function isValue(words: string): boolean {
  return splitNames(words).every(isOfficeName) || /^[^,。;]{0,12}(?:前|底|月|季度?|日|年)$/.test(words.trim());
}

/** Without one of these nothing of that is there, and looking is much cheaper. */
const MAY_WRAP = /[为是】\]]|--/;

/** 【责任单位】办公室 and 责任单位为办公室 become labels like any other, length kept. */
export function unwrapLabels(folded: string): string {
  if (!MAY_WRAP.test(folded)) return folded;
  return folded
    .replace(SAYS, ':')
    .replace(DASHED, (_, name: string) => `${name}:-`)
    .replace(WRAPPED, (whole, name: string) => `${'-'.repeat(whole.length - name.length - 1)}${name}:`);
}

/** What stands behind one label of an owner block. */
export interface LabelledOwners {
  readonly text: string;
  readonly role: OfficeRole | null;
  /** The label of a list of people; null for offices. */
  readonly people: string | null;
  /** What follows the list as a sentence of its own. */
  readonly remark: string | null;
}

const BOUNDARY = new RegExp(`(?:^|[;；,，。、\\s-])((?:${OWNER_LABEL}|${SHORT_LABEL}))`, 'g');
const PEOPLE_ONLY = new RegExp(`^(?:项目|工作)?(?:${LEADERS}|${PEOPLE}):$`);

/** Cuts an owner block at its labels, so that each list is read with the role that its label gives. */
export function cutAtLabels(owners: string): readonly LabelledOwners[] {
  const folded = unwrapLabels(fold(owners));
  const found = folded.includes(':') ? [...folded.matchAll(BOUNDARY)] : [];
  const labels = found.map((match) => {
    const label = match[1] ?? '';
    return { at: match.index + match[0].length - label.length, label };
  });
  if (labels.length === 0) return [{ text: owners.replace(BY, ''), role: null, people: null, remark: null }];
  const lead = owners
    .slice(0, labels[0]?.at ?? 0)
    .replace(/[；;,，。、\s]+$/, '')
    .replace(BY, '');
  const cells = labels.map(({ at, label }, index): LabelledOwners => {
    const whole = owners.slice(at, labels[index + 1]?.at ?? owners.length).replace(/[；;,，。、\s]+$/, '');
    const [value = '', ...rest] = whole.slice(label.length).split('。');
    const remark = rest.join('。').trim() === '' ? null : rest.join('。');
    if (PEOPLE_ONLY.test(label))
      return { text: value, role: null, people: owners.slice(at, at + label.length - 1), remark };
    return { text: value, role: roleIn(label), people: null, remark };
  });
  return lead === '' ? cells : [{ text: lead, role: null, people: null, remark: null }, ...cells];
}

/** 牵头及配合单位 says of nobody what he does. */
function roleIn(label: string): OfficeRole | null {
  return /牵头|主办|主责/.test(label) && /配合|协办|协同/.test(label) ? null : roleOf(label);
}
