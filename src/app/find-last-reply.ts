import { officesAnsweredFor, personByOpenId } from '../domain/directory/answering.ts';
import { isUndoable, latestReply } from '../domain/ledger/decide-reply.ts';
import type { Part, Reply } from '../domain/ledger/part.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { rowsMeant } from '../domain/words/row-number.ts';
import type { Deps } from './deps.ts';

/** The last answer of a person that can still be taken back, on any row or on those with a number; undefined where there is none. */
export async function findLastReply(
  deps: Pick<Deps, 'clock' | 'ledger' | 'directory'>,
  { actorOpenId, no }: { readonly actorOpenId: string; readonly no: string | null },
): Promise<Outcome<{ readonly part: Part; readonly reply: Reply } | undefined, { readonly kind: 'unknown-person' }>> {
  const directory = await deps.directory.load();
  const person = personByOpenId(directory, actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  const officeIds = officesAnsweredFor(directory, person.id).map(({ id }) => id);
  const parts = officeIds.length === 0 ? [] : await deps.ledger.findParts({ officeIds });
  const at = deps.clock.now();
  const own = parts.flatMap((part) => {
    const reply = latestReply(part);
    return reply?.personId === person.id && isUndoable(reply, at) ? [{ part, reply }] : [];
  });
  const meant =
    no === null
      ? own
      : rowsMeant(
          own.map(({ part }) => part.taskNo),
          no,
        ).flatMap((index) => own[index] ?? []);
  return ok(meant.toSorted((a, b) => a.reply.at - b.reply.at).at(-1));
}
