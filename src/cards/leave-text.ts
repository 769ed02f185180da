import type { CivilDate } from '../domain/calendar/civil-date.ts';
import type { Cover } from '../domain/directory/cover-leave.ts';
import type { Absence } from '../domain/directory/directory.ts';
import type { LeaveProblem } from '../domain/words/read-leave.ts';
import { clip, dateWords, dayWords, spanWords } from './words.ts';

const GOVERNING_OFFICE = '局办公室';
const EXAMPLES = '例如：请假 11月20日-11月24日，或 请假到周五，或 请假 3天';

/** The answer to 请假: the days, and who gets the cards meanwhile. */
export function leaveText(
  absence: Pick<Absence, 'fromOn' | 'toOn'>,
  covers: readonly Cover[],
  today: CivilDate,
): string {
  const many = new Set(covers.map(({ office }) => office.id)).size > 1;
  return [
    `已记录：${daysWords(absence, today)}请假。`,
    ...(covers.length === 0
      ? ['您名下没有处室，待办卡片不受影响。']
      : covers.map((cover) => coverWords(cover, absence, many))),
    covers.some(({ kind }) => kind === 'deputy' || kind === 'away')
      ? '提前回来请发“销假”；回来后的第一个工作日，未办的事项会再发给您。'
      : '提前回来请发“销假”。',
  ].join('\n');
}

/** In a group: the days only, no names of deputies. */
export function briefLeaveText(absence: Pick<Absence, 'fromOn' | 'toOn'>, today: CivilDate): string {
  return `已记录：${daysWords(absence, today)}请假，由谁代收已在单聊中告知。`;
}

function daysWords({ fromOn, toOn }: Pick<Absence, 'fromOn' | 'toOn'>, today: CivilDate): string {
  if (fromOn === toOn) return dateWords(fromOn, today);
  return `${dateWords(fromOn, today)}至 ${dateWords(toOn, today)}`;
}

function coverWords(cover: Cover, absence: Pick<Absence, 'toOn'>, many: boolean): string {
  const office = many ? `${clip(cover.office.name, 16)}：` : '';
  const whole = cover.toOn === absence.toOn && cover.fromOn <= absence.toOn;
  const days = many || !whole ? `（${spanWords(cover.fromOn, cover.toOn)}）` : '';
  switch (cover.kind) {
    case 'deputy': {
      const role = cover.as === 'head' ? '负责人' : '联络人';
      return `${office}请假期间${days}卡片改发 ${clip(cover.person.name, 10)}（${role}）。`;
    }
    case 'unaffected':
      return `${office}卡片一直由 ${clip(cover.person.name, 10)} 接收${days}，不受影响。`;
    case 'away':
      return `${office}没有别的人可以接替${days}，卡片发给同在请假的 ${clip(cover.person.name, 10)}。请联系${GOVERNING_OFFICE}增加联络人。`;
    case 'nobody':
      return `${office}没有别的人可以接替${days}，卡片仍发给您。请联系${GOVERNING_OFFICE}增加联络人。`;
  }
}

export function leaveProblemText(problem: LeaveProblem, today: CivilDate): string {
  switch (problem.kind) {
    case 'no-days':
      return `没有看懂请假的日期。${EXAMPLES}。`;
    case 'reversed':
      return `结束日期 ${dayWords(problem.toOn, today)}早于开始日期 ${dayWords(problem.fromOn, today)}，请重写。${EXAMPLES}。`;
    case 'leave-over':
      return `${dayWords(problem.toOn, today)}已过（今天是 ${dayWords(today)}），请写今天或以后的日期。`;
    case 'too-long':
      return `一次请假最多 ${problem.most} 天，这次是 ${problem.days} 天。更长的请假请联系${GOVERNING_OFFICE}更换联络人。`;
    case 'too-far':
      return `${dateWords(problem.fromOn, today)}还在一年以后，请临近时再写。`;
  }
}

/** The answer to 销假. */
export function backText(ended: readonly Absence[], today: CivilDate): string {
  if (ended.length === 0) return '您没有登记请假，卡片照常发给您。';
  const running = ended.some(({ fromOn }) => fromOn < today);
  const days = ended.map((absence) => spanWords(absence.fromOn, absence.toOn)).join('、');
  return running
    ? `已销假（原请假 ${days}）。从下一个工作日起，卡片照常发给您，请假期间未办的事项会一并列出。现在就看，请发“我的任务”。`
    : `已取消 ${days}的请假，卡片照常发给您。`;
}
