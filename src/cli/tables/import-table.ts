import { ruleWords } from '../../cards/rule-words.ts';
import type { DraftOffice, ImportReport } from '../../domain/plan/import-report.ts';
import { textTable } from './columns.ts';

const ROLES: Readonly<Record<DraftOffice['role'], string>> = {
  lead: '牵头',
  joint: '会同',
  responsible: '负责',
  support: '配合',
  upstream: '上级',
};

/** What was read, for a person to compare with the document: the rows, then what has to be decided. */
export function importTable({ plan, tasks, issues }: ImportReport): string {
  const head = `${plan.title ?? '（没有标题）'}　年度：${plan.year ?? '未写明'}　成文：${plan.issuedOn ?? '未写明'}\n\n`;
  const rows = textTable(
    ['序号', '事项', '单位', '时限', '位置'],
    tasks.map((task) => [
      task.no ?? '',
      task.text,
      task.offices.map(({ name, role, inferred }) => `${name}（${ROLES[role]}${inferred ? '，推定' : ''}）`).join('、'),
      task.rules.map(ruleWords).join('；'),
      task.source.place,
    ]),
    [6, 44, 40, 36, 14],
  );
  if (issues.length === 0) return `${head}${rows}`;
  const list = issues.map(({ no, phrases, suggestion }) => {
    const where = phrases.map(({ text, place }) => `“${text}”（${place}）`).join('　');
    return `${no}. ${[where, suggestion && `→ ${suggestion}`].filter(Boolean).join('　')}`;
  });
  return `${head}${rows}\n疑点 ${issues.length} 处\n${list.join('\n')}\n`;
}
