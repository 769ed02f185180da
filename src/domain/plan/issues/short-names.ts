import type { ReadTask } from '../draft-task.ts';

/** A quoted name in a heading, without the brackets, and the longer one that the text has. */
export interface ShortName {
  readonly task: ReadTask;
  readonly word: string;
  readonly right: string;
}

const QUOTED = /“([^“”]{2,8})”/g;

/** “五公” in a heading where the text always says “五公开”. */
export function shortNames(tasks: readonly ReadTask[]): readonly ShortName[] {
  const inText = new Set(tasks.flatMap(({ task }) => quotedIn(task.text)));
  if (inText.size === 0) return [];
  return tasks.flatMap((task) =>
    task.task.area.flatMap(quotedIn).flatMap((word): readonly ShortName[] => {
      if (inText.has(word)) return [];
      const right = [...inText].find((other) => other.length === word.length + 1 && other.startsWith(word));
      return right === undefined ? [] : [{ task, word, right }];
    }),
  );
}

function quotedIn(text: string): readonly string[] {
  return text.includes('“') ? [...text.matchAll(QUOTED)].map((match) => match[1] ?? '') : [];
}
