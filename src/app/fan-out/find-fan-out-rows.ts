import type { LedgerTask } from '../../domain/ledger/plan.ts';
import { rowsMeant } from '../../domain/words/row-number.ts';
import { chooseByWords, tellApart } from '../../domain/words/tell-apart.ts';
import type { Deps } from '../deps.ts';

/** What a number means among the rows of the plans in force. */
export type FanOutRows =
  | { readonly kind: 'one'; readonly taskId: string }
  | {
      readonly kind: 'several';
      readonly choices: readonly { readonly no: string; readonly text: string; readonly words: string }[];
    }
  | { readonly kind: 'none' };

/** The row whose offices somebody asks about: its number as printed, and words of it where several plans have that number. */
export async function findFanOutRows(
  deps: Pick<Deps, 'ledger'>,
  { no, words }: { readonly no: string; readonly words: string },
): Promise<FanOutRows> {
  const plans = (await deps.ledger.listPlans()).filter(({ state }) => state === 'published');
  const tasks = (await Promise.all(plans.map(({ id }) => deps.ledger.loadTasks(id)))).flat();
  const meant = rowsMeant(
    tasks.map((task) => task.no),
    no,
  ).flatMap((index) => tasks[index] ?? []);
  const { chosen } = chooseByWords(meant.map(labelsOf), words);
  const left = chosen.flatMap((index) => meant[index] ?? []);
  const [task] = left;
  if (!task) return { kind: 'none' };
  if (left.length === 1) return { kind: 'one', taskId: task.id };
  // A sub-row's own number tells it from its sisters; only the same number in two plans needs more.
  const apart = tellApart(left.map(labelsOf));
  return {
    kind: 'several',
    choices: left.map((row, index) => ({
      no: row.no ?? no,
      text: row.text,
      words: left.filter((other) => other.no === row.no).length > 1 ? (apart[index] ?? '') : '',
    })),
  };
}

function labelsOf({ text }: LedgerTask): readonly string[] {
  return [8, 16, 30].map((length) => Array.from(text.trim()).slice(0, length).join(''));
}
