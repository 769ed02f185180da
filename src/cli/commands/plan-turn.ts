import { compareYears } from '../../app/look-back/compare-years.ts';
import type { LedgerTask } from '../../domain/ledger/plan.ts';
import { CliError, type Io, printJson } from '../io.ts';
import { showSentence } from '../sentences.ts';
import { textTable } from '../tables/columns.ts';
import { withApp } from '../with-app.ts';

export interface TurnOptions {
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
}

/** `plan turn --from PLAN --to PLAN`: what of last year's plan goes on, what is left out, what is new. */
export async function turn(io: Io, { from, to, json }: TurnOptions): Promise<void> {
  if (from === undefined || to === undefined) {
    throw new CliError('请用 --from 和 --to 指明上年和新一年的计划：编号可用 plan list 查看。');
  }
  const compared = await withApp(io, { access: 'read' }, ({ deps }) => compareYears(deps, { from, to }));
  if (!compared.ok) {
    const { error } = compared;
    if (error.kind === 'unknown-plan') throw new CliError(showSentence(error));
    throw new CliError(
      `计划 ${to}（${error.to.year}年）不在 ${from}（${error.from.year}年）之后：请让 --from 是上年、--to 是新一年的计划。`,
    );
  }
  const { turn: rows, from: last, to: next } = compared.value;
  if (json) {
    printJson(io, {
      from: { id: last.id, title: last.title, year: last.year },
      to: { id: next.id, title: next.title, year: next.year },
      kept: rows.kept.map(({ before, after }) => ({ from: rowJson(before), to: rowJson(after) })),
      dropped: rows.dropped.map(({ row, yearly }) => ({ ...rowJson(row), yearly })),
      added: rows.added.map(rowJson),
    });
  } else {
    io.out(
      textTable(
        ['类别', '上年', '新年', '事项', '时限'],
        [
          ...rows.dropped.map(({ row, yearly }) => line(yearly ? '未列入（常年）' : '未列入', row, row, null)),
          ...rows.added.map((row) => line('新增', row, null, row)),
          ...rows.kept.map(({ before, after }) => line('沿用', after, before, after)),
        ],
        [16, 6, 6, 60, 40],
      ),
    );
  }
  const yearly = rows.dropped.filter((each) => each.yearly).length;
  io.say(
    `与《${last.title}》相比：沿用 ${rows.kept.length} 项，未列入 ${rows.dropped.length} 项（其中常年性要求 ${yearly} 项，请核对是否遗漏），新增 ${rows.added.length} 项。`,
  );
  if (last.state === 'published' && next.state === 'published') {
    io.say(
      `上年计划仍在施行，周期性任务会继续生成：核对并完成“回头看”后，用 plan withdraw ${last.id} 停止提醒，台账仍可用 ledger --plan ${last.id} 查看。`,
    );
  }
}

function line(kind: string, row: LedgerTask, before: LedgerTask | null, after: LedgerTask | null) {
  return [kind, before?.no ?? '', after?.no ?? '', row.text, row.rules.map(({ phrase }) => phrase).join('；')];
}

function rowJson({ id, no, text, rules }: LedgerTask) {
  return { id, no, text, rules: rules.map(({ phrase }) => phrase) };
}
