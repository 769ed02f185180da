import { Command } from 'commander';
import { type LedgerPart, type LedgerView, showLedger } from '../../app/show-ledger.ts';
import { LIGHT_WORDS } from '../../cards/paper-ledger.ts';
import { ruleWords } from '../../cards/rule-words.ts';
import { stateWords } from '../../cards/words.ts';
import { formatInstant, type Instant } from '../../domain/calendar/civil-date.ts';
import { eventTitleOf } from '../../domain/ledger/event-clocks.ts';
import { CliError, type Io, printJson } from '../io.ts';
import { instantOption } from '../options.ts';
import { showSentence } from '../sentences.ts';
import { textTable } from '../tables/columns.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly plan?: string;
  readonly office?: string;
  readonly at?: Instant;
  readonly json?: boolean;
}

/** `ledger`: every row with what each office owes and where it stands. */
export function ledgerCommand(io: Io): Command {
  return new Command()
    .option('--plan <编号>', '只看一个计划')
    .option('--office <单位>', '只看一个单位')
    .option('--at <时刻>', '该时刻的灯，如 2026-03-30T09:00+08:00；默认现在', instantOption)
    .option('--json', '输出 JSON')
    .action(async ({ plan, office, at, json }: Options) => {
      const overrides = at === undefined ? {} : { clock: { now: () => at } };
      const filter = { planId: plan ?? null, office: office ?? null };
      const shown = await withApp(io, { access: 'read', overrides }, ({ deps }) => showLedger(deps, filter));
      if (!shown.ok) throw new CliError(showSentence(shown.error));
      if (json) printJson(io, ledgerJson(shown.value));
      else io.out(ledgerTable(shown.value));
    });
}

function ledgerJson({ at, tasks }: LedgerView) {
  return {
    at,
    tasks: tasks.map(({ task, parts }) => ({
      id: task.id,
      plan: task.planId,
      no: task.no,
      text: task.text,
      parts: parts.map((part) => ({
        id: part.id,
        office: part.officeName,
        role: part.role,
        rule: part.rule.phrase,
        period: part.period,
        event: eventTitleOf(part),
        dueOn: part.dueOn,
        state: part.cancelled ? 'cancelled' : part.state,
        timeLight: part.timeLight,
        activityLight: part.activityLight,
        version: part.version,
        replies: part.replies.map(({ at: repliedAt, personName, state, note, links, undoneAt }) => ({
          at: formatInstant(repliedAt),
          by: personName,
          state,
          note,
          links,
          undone: undoneAt !== null,
        })),
      })),
    })),
  };
}

function ledgerTable({ tasks }: LedgerView): string {
  const rows = tasks.flatMap(({ task, parts }) =>
    parts.length === 0
      ? [[task.no ?? '', task.text, '', task.rules.map(ruleWords).join('；'), '', '']]
      : parts.map((part: LedgerPart) => [
          task.no ?? '',
          task.text,
          part.officeName,
          part.dueOn ?? ruleWords(part.rule),
          part.cancelled ? '已取消' : stateWords(part.state, part.percent),
          LIGHT_WORDS[part.timeLight],
        ]),
  );
  return textTable(['序号', '事项', '单位', '时限', '状态', '灯'], rows, [6, 44, 20, 24, 16, 4]);
}
