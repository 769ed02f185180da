import type { DraftTask } from '../plan/import-report.ts';

/** Words that keep a row out of what the public reads. `保密审查` is the check before publishing, `密级：公开` says that it may be shown. */
const SENSITIVE = /涉密|绝密|机密|秘密|密级|工作秘密|内部|敏感|不予公开|不宜公开|不对外|依申请公开(?:件|文件)/;
const HARMLESS = /保密审查|国家秘密审查|密级[:：]?\s*(?:公开|非密|无)/g;

type Row = Pick<DraftTask, 'text' | 'area' | 'notes' | 'printed'>;

/**
 * The word for which a row is left out of a public paper, or null where it may be shown. Ledgers have no field for it: the plan's own
 * words decide, in the row, its headings and remarks. Rather one row too few: whoever publishes is told which are missing and why.
 */
export function sensitiveWord({ text, area, notes, printed }: Row): string | null {
  const words = [text, ...area, ...notes.map((note) => note.text), printed.deadline, ...printed.columns];
  return sensitiveWordIn(words.join('\n'));
}

/** The same for a single text, such as the title of a press conference. */
export function sensitiveWordIn(text: string): string | null {
  return SENSITIVE.exec(text.replaceAll(HARMLESS, ''))?.[0] ?? null;
}

const HIDDEN = '×××';
/** Shorter ones are not told from ordinary words. */
const SHORTEST_NAME = 2;

/** Takes people's names out of texts for the public, and counts how often. */
export function nameHider(names: readonly string[]): {
  readonly hide: (text: string) => string;
  readonly count: () => number;
} {
  let count = 0;
  // The longest first: 欧阳明 before 欧阳.
  const known = [
    ...new Set(names.map((name) => name.trim()).filter((name) => Array.from(name).length >= SHORTEST_NAME)),
  ];
  const escaped = known
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = escaped.length === 0 ? null : new RegExp(escaped.join('|'), 'g');
  const hide = (text: string) =>
    pattern === null
      ? text
      : text.replace(pattern, () => {
          count += 1;
          return HIDDEN;
        });
  return { hide, count: () => count };
}
