import { Command, InvalidArgumentError } from 'commander';
import { type RoundRow, roundRows, roundSummary } from '../../app/look-back/round-summary.ts';
import { type LookBackRound, runLookBack, SAMPLE_SIZE } from '../../app/look-back/run-look-back.ts';
import {
  ANSWER_WORDS,
  countsText,
  LOOK_BACK_AREAS,
  leftWords,
  lookBackRefusalText,
  lookBackTitle,
} from '../../cards/look-back/look-back-text.ts';
import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import { CliError, type Io, printJson } from '../io.ts';
import { dateOption, yearOption } from '../options.ts';
import { textTable } from '../tables/columns.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly year?: number;
  readonly sample: number;
  readonly due?: CivilDate;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `look-back --year 2025`: 回头看 over last year's ledger; once more for its results. */
export function lookBackCommand(io: Io): Command {
  return new Command()
    .option('--year <年份>', '回头看哪一年，如 2025', yearOption)
    .option(
      '--sample <项数>',
      `抽查已办结事项的项数，每个单位至少一项（默认 ${SAMPLE_SIZE}）`,
      countOption,
      SAMPLE_SIZE,
    )
    .option('--due <日期>', '整改时限，如 2026-06-30；默认三个月后', dateOption)
    .option('--dry-run', '只看不写')
    .option('--json', '输出 JSON')
    .action((options: Options) => lookBack(io, options));
}

function countOption(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('项数请写 0 到 9999 之间的数字。');
  return Number(text);
}

async function lookBack(io: Io, { year, sample, due, dryRun, json }: Options): Promise<void> {
  if (year === undefined) throw new CliError('请用 --year 指明回头看哪一年：如 --year 2025。');
  const look = dryRun === true;
  const done = await withApp(io, { access: look ? 'read' : 'write' }, ({ deps }) =>
    runLookBack(deps, {
      year,
      sampleSize: sample,
      dueOn: due ?? null,
      mode: look ? 'look' : 'start',
      actor: 'command-line',
      actorName: '命令行',
    }),
  );
  if (!done.ok) throw new CliError(lookBackRefusalText(done.error), done.error.kind === 'due-over' ? 2 : 1);
  const round = done.value;
  if (json) printJson(io, roundJson(round));
  else io.out(roundTable(roundRows(round)));
  io.say(summaryOf(round, look));
}

function summaryOf(round: LookBackRound, look: boolean): string {
  const { rectify, rebounds, sample, results, dueOn, answerBy, left, unreachable } = roundSummary(round);
  const { add, removeTaskIds } = round.planned;
  const rest = leftWords(left);
  const changed = `新增 ${add.length} 项${removeTaskIds.length > 0 ? `，撤销 ${removeTaskIds.length} 项` : ''}`;
  return [
    `《${lookBackTitle(round.year)}》：${look ? `将${changed}；没有写入` : changed}。`,
    `未完成转整改 ${rectify} 项、反弹转整改 ${rebounds} 项，整改时限 ${dueOn}；抽查 ${sample} 项：${countsText(results)}${add.some(({ mark }) => mark.kind === 'look-back') ? `，请于 ${answerBy} 前答复` : ''}。`,
    ...(rest === '' ? [] : [`${rest}，不转整改。`]),
    ...(unreachable.length === 0 ? [] : [`没有联络人、未发的单位：${unreachable.join('、')}。`]),
  ].join('');
}

function roundJson(round: LookBackRound) {
  const { started, results, left, unreachable, dueOn, answerBy } = roundSummary(round);
  const rows = roundRows(round);
  return {
    year: round.year,
    plan: round.ledger ? { id: round.ledger.plan.id, title: round.ledger.plan.title } : null,
    started,
    dueOn,
    answerBy,
    rectify: rows.filter(({ kind }) => kind !== 'look-back').map(({ answer: _answer, note: _note, ...row }) => row),
    sample: rows.filter(({ kind }) => kind === 'look-back'),
    results,
    left,
    added: round.planned.add.length,
    unreachable,
  };
}

function roundTable(rows: readonly RoundRow[]): string {
  return textTable(
    ['序号', '类别', '单位', '事项', '原任务', '答复'],
    rows.map(({ no, kind, offices, text, origin, answer }) => [
      no ?? '新增',
      LOOK_BACK_AREAS[kind],
      offices.join('、'),
      text,
      origin,
      answer === null ? '' : ANSWER_WORDS[answer],
    ]),
    [6, 20, 24, 50, 40, 10],
  );
}
