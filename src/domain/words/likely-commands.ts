import { COMMAND_WORDS, type CommandWord } from './command.ts';
import { foldWords } from './fold-words.ts';

const MOST = 3;

/**
 * The commands that somebody most likely meant who wrote something else: nearest first, and where nothing is near the most used
 * ones. Never more than three.
 *
 * @param commands those that the person may use, the most used first
 */
export function likelyCommands(text: string, commands: readonly CommandWord[] = COMMAND_WORDS): readonly CommandWord[] {
  const typed = foldWords(text).replace(/[^\p{L}\p{N}]/gu, '');
  return commands
    .map((command, order) => ({ command, order, score: scoreOf(command, typed) }))
    .toSorted((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, MOST)
    .map(({ command }) => command);
}

function scoreOf({ word, alike }: CommandWord, typed: string): number {
  return Math.max(nearness(typed, word), ...alike.map((other) => 0.95 * nearness(typed, other)));
}

/** 1 where the word stands in the text; else the share of its characters that are in it, or how few of them would have to change. */
function nearness(typed: string, word: string): number {
  if (typed === '') return 0;
  if (typed.includes(word)) return 1;
  const letters = Array.from(word);
  const inText = new Set(Array.from(typed));
  const shared = letters.filter((letter) => inText.has(letter)).length / letters.length;
  // Of a long message only its beginning can be a mistyped command.
  const starts = [0, 1].map((more) => Array.from(typed).slice(0, letters.length + more));
  const changed = starts.map((start) => 1 - distance(start, letters) / Math.max(start.length, letters.length));
  return Math.max(0.9 * shared, ...changed);
}

/** How many characters have to be put in, taken out or changed (Levenshtein). */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, index) => index + 1);
  for (const [i, left] of a.entries()) {
    let diagonal = i;
    let before = i + 1;
    row = row.map((above, j) => {
      const cost = Math.min(above + 1, before + 1, diagonal + (left === b[j] ? 0 : 1));
      diagonal = above;
      before = cost;
      return cost;
    });
  }
  return row.at(-1) ?? a.length;
}
