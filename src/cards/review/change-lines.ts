import { type CardElement, note } from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { clip } from '../words.ts';
import type { ChangesView } from './review-view.ts';
import { rowElements, rowMark } from './row-elements.ts';

const WORDS = { added: '新增', changed: '变更', removed: '删除' } as const;
const COLOURS = { added: 'green', changed: 'orange', removed: 'red' } as const;

/** The rows that differ, one below the other: what it is now, and what it was. */
export function changeLines(rows: ChangesView['rows'], most: number): readonly CardElement[] {
  return [
    ...rows.slice(0, most).flatMap(({ kind, row, was }) =>
      rowElements(kind === 'removed' ? { ...row, about: '' } : row, {
        mark: rowMark(COLOURS[kind], WORDS[kind]),
        lines: was === null ? [] : [`原为：${plain(clip(was, 80))}`],
      }),
    ),
    ...(rows.length > most ? [note(`另有 ${rows.length - most} 项`)] : []),
  ];
}
