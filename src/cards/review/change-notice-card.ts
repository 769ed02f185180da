import { type CardJson, card, header, markdown, note } from '../card.ts';
import { fitsCard } from '../card-size.ts';
import { plain } from '../escape-markdown.ts';
import { clip } from '../words.ts';
import { changeLines } from './change-lines.ts';
import type { ChangeNoticeView } from './review-view.ts';

/** The one notice (变更通知) that an office gets when a plan in force changes or is withdrawn. */
export function changeNoticeCard(view: ChangeNoticeView): CardJson {
  for (const rows of [8, 4, 1]) {
    const drawn = draw(view, rows);
    if (fitsCard(drawn)) return drawn;
  }
  return draw(view, 0);
}

function draw(view: ChangeNoticeView, rows: number): CardJson {
  const withdrawn = view.kind === 'withdrawn';
  const title = { withdrawn: '计划停止执行', revised: '任务变更通知', resumed: '计划恢复执行' }[view.kind];
  return card({
    summary: `${title}：${clip(view.title, 40)}`,
    header: header({ title, subtitle: clip(view.title, 40), colour: withdrawn ? 'grey' : 'blue' }),
    elements: [
      markdown(`**${plain(clip(view.officeName, 20))}** ${whatWords(view)}`),
      ...changeLines(view.rows, rows),
      note(`${withdrawn ? '' : fromNow(view)}如有疑问，请联系主管机构。`),
    ],
  });
}

function fromNow({ rows }: ChangeNoticeView): string {
  return `即日起${rows.length === 0 ? '恢复提醒' : '按新的要求提醒'}，已作的答复仍然有效。`;
}

function whatWords({ kind, rows }: ChangeNoticeView): string {
  switch (kind) {
    case 'withdrawn':
      return '不再办理本计划的任务，已作的答复保留在台账中。';
    case 'revised':
      return `有 ${rows.length} 项任务变动：`;
    case 'resumed':
      return rows.length === 0 ? '继续办理本计划的任务。' : `继续办理本计划的任务，其中 ${rows.length} 项有变动：`;
  }
}
