import type { ReadTask } from '../draft-task.ts';
import type { DraftOffice } from '../import-report.ts';
import { fold } from '../phrases/fold.ts';
import { doesDuty, isLeader } from '../phrases/role-verbs.ts';
import { type Hit, headOf, namesOf, oneQuestion, type Question, questionByText } from './question.ts';
import { similarNames } from './similar-names.ts';

/** Who has to do a row: nobody, somebody guessed, several leads, leaders that belong to no office, names nearly alike. */
export function aboutOwners(tasks: readonly ReadTask[], issuer: string | null): readonly Question[] {
  const none = tasks.filter(({ task }) => task.offices.length === 0 && task.people.length === 0);
  const above = tasks.filter(
    ({ task }) => task.offices.length > 0 && task.offices.every(({ role }) => role === 'upstream'),
  );
  const inferred = tasks.filter(({ row }) => row.ownersInferred);
  const stated = tasks.filter((task) => task.task.offices.length > 0 && !task.roleless).length;
  const roleless = stated > tasks.length / 2 ? tasks.filter((task) => task.roleless && !task.row.ownersInferred) : [];
  const withText = (found: readonly ReadTask[], text: (task: ReadTask) => string) =>
    found.map((task) => ({ task, text: text(task) }));
  return [
    ...oneQuestion('missing-owner', '请确定责任单位', withText(none, headOf)),
    ...oneQuestion('upstream-row', '只写了上级单位，请确定本单位由谁落实', withText(above, namesOf)),
    ...oneQuestion('inferred-owner', '单位一栏为空的，沿用上一行单位', withText(inferred, namesOf)),
    ...oneQuestion('roleless-owner', '没有写明牵头或配合的，按负责单位读', withText(roleless, namesOf)),
    ...undetermined(tasks),
    ...aboutLeads(tasks),
    ...aboutPeople(tasks),
    ...higherLevels(tasks, issuer),
    ...similarNames(tasks),
  ];
}

function undetermined(tasks: readonly ReadTask[]): readonly Question[] {
  const hits: Hit[] = [];
  tasks.forEach((task) => {
    for (const { name, fanOut } of task.task.offices) if (fanOut === 'relevant') hits.push({ task, text: name });
  });
  return questionByText('undetermined-offices', hits, (text) => `请指定“${text}”是哪些单位`);
}

function aboutLeads(tasks: readonly ReadTask[]): readonly Question[] {
  const several = tasks.filter(({ task: { offices } }) => offices.findIndex(isLead) !== offices.findLastIndex(isLead));
  const hits = several.map((task): Hit => {
    const leads = task.task.offices.filter(isLead).map(({ name }) => name);
    return { task, text: leads.join('、') };
  });
  return oneQuestion('several-leads', '有多个牵头单位的，由排在第一位的汇总报送', hits);
}

function isLead({ role }: DraftOffice): boolean {
  return role === 'lead';
}

/** Two leaders for four offices: the document does not say who looks after which. */
function aboutPeople(tasks: readonly ReadTask[]): readonly Question[] {
  const staffed = tasks.filter(({ task }) => task.people.length > 0);
  const unpaired = (leader: boolean) =>
    staffed.flatMap((task) => {
      const people = task.task.people.filter(({ role }) => isLeader(role) === leader);
      const offices = task.task.offices.filter(doesDuty);
      const open = people.filter(({ office }) => office === null);
      if (open.length === 0 || offices.length < 2 || (leader ? open.length < 2 : false)) return [];
      return [
        { task, text: `${people.map(({ name }) => name).join('、')}；${offices.map(({ name }) => name).join('、')}` },
      ];
    });
  return [
    ...questionByText('leaders-unpaired', unpaired(true), () => '请确定各位领导分别负责哪个单位'),
    ...questionByText('people-unpaired', unpaired(false), () => '人数与单位数不一致，请确定各单位的责任人'),
  ];
}

const LEVELS = ['国家|中央|国务院', '省', '市|州', '县|区|旗', '镇|乡|街道'] as const;
/** Sections inside a bureau (市场科) are not meant. */
const ORGAN = '(?:局|委|办|厅|府|部|院|会|办公室|中心)';

/** An office of a level above the one that issued the plan is not ours to chase. */
function higherLevels(tasks: readonly ReadTask[], issuer: string | null): readonly Question[] {
  const own = issuer === null ? -1 : levelOfIssuer(fold(issuer));
  if (own < 1) return [];
  const above = new RegExp(`^(?:${LEVELS.slice(0, own).join('|')})(?![、,各级场政容民区辖直])(?=.).*${ORGAN}$`);
  const hits = tasks.flatMap((task) =>
    task.task.offices
      .filter(({ name, role }) => role !== 'upstream' && above.test(fold(name)))
      .map(({ name }) => ({ task, text: name })),
  );
  // Where most names begin so, the issuer was misread or the level is part of the names.
  if (hits.length > tasks.length / 3) return [];
  return questionByText('upstream-office', hits, (text) => `“${text}”似为上级单位，请确认是否由本单位落实`);
}

/** 云州市临江县住建局 is of the county: the last level in the name counts. */
function levelOfIssuer(issuer: string): number {
  for (let level = LEVELS.length - 1; level >= 0; level -= 1) {
    if (new RegExp(`[\\u4e00-\\u9fff](?:${LEVELS[level]})`).test(issuer.slice(0, 16))) return level;
  }
  return -1;
}
