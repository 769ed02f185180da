import { basename } from 'node:path';
import { makeUpwardReport, writeUpwardReport } from '../../app/upward-report.ts';
import { CliError, type Io } from '../io.ts';
import { showSentence } from '../sentences.ts';
import { withApp } from '../with-app.ts';

/** `export FILE --plan CITY_PLAN --upward`: what the bureau reports upwards, in the rows of the superior's plan. */
export async function exportUpward(io: Io, file: string, planId: string): Promise<void> {
  if (!/\.(xlsx|csv)$/i.test(file)) {
    throw new CliError(`上报表 ${file}：只能导出 .xlsx 或 .csv，请改文件名的结尾。`);
  }
  const written = await withApp(io, { access: 'read' }, async ({ deps }) => {
    const report = await makeUpwardReport(deps, planId);
    if (!report.ok) throw new CliError(showSentence(report.error));
    return { report: report.value, bytes: await writeUpwardReport(deps, basename(file), report.value) };
  });
  await io.writeFile(file, written.bytes);
  io.say(`${written.report.title}已写入 ${file}：${written.report.summary[0] ?? ''}。`);
}
