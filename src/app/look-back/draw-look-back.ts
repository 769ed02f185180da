import { type LookBackRow, lookBackCard } from '../../cards/look-back/look-back-card.ts';
import { returnedText } from '../../cards/look-back/look-back-text.ts';
import { civilDateOf, type Instant } from '../../domain/calendar/civil-date.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { isUndoable, latestReply, wasReturned } from '../../domain/ledger/decide-reply.ts';
import type { Part } from '../../domain/ledger/part.ts';
import { unansweredActs } from '../../domain/ledger/part-story.ts';
import { answerOf } from '../../domain/look-back/question.ts';
import type { CardJson } from '../../ports/chat-gateway.ts';
import { type FormProblem, showsForm } from '../card-rows.ts';
import type { Deps } from '../deps.ts';

/** Draws an office's card of questions from the ledger as it stands now. */
export async function drawLookBack(
  deps: Pick<Deps, 'clock' | 'ledger' | 'directory'>,
  card: SentCard,
  problem?: FormProblem,
): Promise<{ readonly card: CardJson; readonly open: boolean; readonly formOpen: boolean }> {
  const now = deps.clock.now();
  const [planId = '', officeId = ''] = (card.subject ?? '').split('/');
  const [plan, parts, directory] = await Promise.all([
    deps.ledger.findPlan(planId),
    deps.ledger.findParts({ ids: card.partIds, publishedOnly: false }),
    deps.directory.load(),
  ]);
  const over = plan?.state !== 'published';
  const rows = parts.map((part) => rowOf(part, { card, now, problem }));
  const json = lookBackCard({
    cardId: card.id,
    on: civilDateOf(now),
    title: plan?.title ?? '',
    officeName: directory.offices.find(({ id }) => id === officeId)?.name ?? parts[0]?.officeName ?? '',
    over,
    rows,
  });
  const open = !over && rows.some(({ answer }) => answer === 'unanswered');
  return { card: json, open, formOpen: !over && rows.some(({ form }) => form !== null) };
}

function rowOf(
  part: Part,
  { card, now, problem }: { card: SentCard; now: Instant; problem: FormProblem | undefined },
): LookBackRow {
  const answer = answerOf(part);
  const reply = latestReply(part);
  const returned = unansweredActs(part).findLast(({ kind }) => kind === 'return');
  const typed = { note: problem?.values.note ?? '', error: problem?.error ?? null };
  return {
    partId: part.id,
    version: part.version,
    no: part.taskNo,
    text: part.taskText,
    dueOn: part.dueOn,
    answer,
    reply:
      reply && answer !== 'unanswered'
        ? {
            personName: reply.personName,
            at: reply.at,
            note: reply.note,
            undoable: isUndoable(reply, now) && part.state !== 'signed-off' && !wasReturned(part, reply),
          }
        : null,
    returned: returned ? returnedText(returned) : null,
    form: showsForm(part, card) ? typed : null,
  };
}
