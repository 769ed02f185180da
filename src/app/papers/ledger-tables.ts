import { ownersWords } from '../../cards/owner-words.ts';
import {
  LIGHT_WORDS,
  publicProgress,
  publicQuotaWords,
  publicState,
  quotaWords,
  STATE_COLUMNS,
} from '../../cards/paper-ledger.ts';
import { periodWords } from '../../cards/period-words.ts';
import { ruleWords } from '../../cards/rule-words.ts';
import { fullDayWords, numberWords, stateWords } from '../../cards/words.ts';
import { timeLight } from '../../domain/ledger/lights.ts';
import type { LedgerTask } from '../../domain/ledger/plan.ts';
import { isOverdue } from '../../domain/reminders/urgency.ts';
import { nameHider, sensitiveWord } from '../../domain/reports/public-rows.ts';
import { replyWords } from '../export-plan.ts';
import { currentCounters, type LoadedLedger } from './load-ledger.ts';

/** A table of texts, its header first. */
export type TextTable = readonly (readonly string[])[];

const ROLES = { lead: '牵头', joint: '会同', responsible: '负责', support: '配合', upstream: '上级牵头' } as const;

/** One line an office's part of one deadline, one a current quota, or one a row that has neither: to count in a spreadsheet. */
export function flatTable(ledger: LoadedLedger): TextTable {
  const header = ['序号', '工作领域', '工作任务', '单位', '职责', '周期', ...STATE_COLUMNS];
  return [header, ...ledger.tasks.flatMap((task) => flatRows(task, ledger))];
}

function flatRows(task: LedgerTask, { partsOf, counters, directory, today, calendar }: LoadedLedger): TextTable {
  const row = [task.no ?? '', task.area.join(' / '), task.text];
  const parts = (partsOf.get(task.id) ?? []).map((part) => [
    ...row,
    part.officeName,
    ROLES[part.role],
    part.period === null ? '' : periodWords(part.period),
    stateWords(part.state, part.percent),
    part.dueOn === null ? ruleWords(part.rule) : part.dueOn,
    LIGHT_WORDS[timeLight(part, today, calendar)],
    replyWords(part) ?? '',
    part.closedOn ?? '',
  ]);
  const quotas = currentCounters(counters, task.id)
    .flat()
    .map(({ officeId, period, accepted, target, met, rule }) => [
      ...row,
      officeId === null ? '全局' : (directory.offices.find(({ id }) => id === officeId)?.name ?? officeId),
      '指标',
      periodWords(period.key),
      `采用${accepted}，指标${target}，${met ? '达标' : '未达标'}`,
      rule.phrase,
      '',
      '',
      '',
    ]);
  const lines = [...parts, ...quotas];
  const deadline = task.rules.map(ruleWords).join('；');
  return lines.length > 0 ? lines : [[...row, ownersWords(task.offices), '', '', '', deadline, '', '', '']];
}

export interface PublicTable {
  readonly table: TextTable;
  /** Rows that were left out, with the word for it. */
  readonly omitted: readonly { readonly no: string | null; readonly word: string }[];
  /** How many names were taken out. */
  readonly names: number;
}

/** One line a row, without people, without rows that are not for the public, in words that a citizen understands. */
export function publicTable(ledger: LoadedLedger): PublicTable {
  const { tasks, directory } = ledger;
  const marked = tasks.map((task) => ({ task, word: sensitiveWord(task) }));
  const hider = nameHider([
    ...directory.people.map(({ name }) => name),
    ...tasks.flatMap(({ people }) => people.map(({ name }) => name)),
  ]);
  const rows = marked.flatMap(({ task, word }) => (word === null ? [publicRow(task, ledger).map(hider.hide)] : []));
  return {
    table: [['序号', '工作领域', '工作任务', '责任单位', '完成时限', '进展情况'], ...rows],
    omitted: marked.flatMap(({ task, word }) => (word === null ? [] : [{ no: task.no, word }])),
    names: hider.count(),
  };
}

function publicRow(task: LedgerTask, { partsOf, counters, today }: LoadedLedger): readonly string[] {
  const parts = partsOf.get(task.id) ?? [];
  const progress = publicProgress(parts.map((part) => publicState(part, isOverdue(part, today))));
  const quotas = currentCounters(counters, task.id).map(publicQuotaWords);
  return [
    task.no === null ? '' : numberWords(task.no),
    task.area.join(' / '),
    task.text,
    ownersWords(task.offices),
    task.printed.deadline === '' ? task.rules.map(ruleWords).join('；') : task.printed.deadline,
    quotas.length > 0 && parts.length === 0 ? quotas.join('；') : [progress, ...quotas].join('；'),
  ];
}

/** What each row looks like where a table has to be short: its offices and where it stands, without answers. */
export function briefTable({ tasks, partsOf, counters }: LoadedLedger): TextTable {
  const rows = tasks.map((task) => {
    const states = (partsOf.get(task.id) ?? []).map(
      ({ officeName, period, state, percent }) =>
        `${officeName}${period === null ? '' : `（${periodWords(period)}）`}：${stateWords(state, percent)}`,
    );
    const quotas = currentCounters(counters, task.id).map(quotaWords);
    const due = (partsOf.get(task.id) ?? []).flatMap(({ dueOn }) => (dueOn === null ? [] : [fullDayWords(dueOn)]));
    const deadline = due.length > 0 ? [...new Set(due)].join('；') : task.rules.map(ruleWords).join('；');
    return [task.no ?? '', task.text, ownersWords(task.offices), deadline, [...states, ...quotas].join('；')];
  });
  return [['序号', '工作任务', '责任单位', '完成时限', '办理状态'], ...rows];
}
