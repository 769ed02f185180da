import type { SentCard } from '../../domain/delivery/message.ts';
import { personByOpenId } from '../../domain/directory/answering.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { type DetailsSource, type ReportNumber, subjectOf } from '../../domain/reports/details-source.ts';
import type { Deps } from '../deps.ts';
import { findAdministrator } from '../review/administrator.ts';
import { sendAskedCard } from '../send-asked-card.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'admins'>;

type Asked = { readonly actorOpenId: string; readonly eventId: string };

/** 查看明细: queues the rows behind a report's numbers for the person's own chat. The same event again queues nothing. */
export async function openDetails(
  deps: Needs,
  { actorOpenId, eventId, source }: Asked & { readonly source: DetailsSource },
): Promise<Outcome<null, { readonly kind: 'unknown-person' }>> {
  const administrator = await findAdministrator(deps, actorOpenId);
  const person = administrator.ok ? administrator.value : personByOpenId(await deps.directory.load(), actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  await sendAskedCard(deps, {
    kind: 'details',
    person: { ...person, openId: actorOpenId },
    eventId,
    partIds: [],
    ui: { page: 1, number: 'overdue' },
    subject: subjectOf(source),
  });
  return ok(null);
}

/** Another number, or another page of it. Only the person whose card it is turns its pages. */
export async function turnDetails(
  deps: Needs,
  turn: Asked & { readonly card: SentCard; readonly number: ReportNumber; readonly page: number },
): Promise<Outcome<null, { readonly kind: 'not-your-card' }>> {
  const { card, number, page, eventId, actorOpenId } = turn;
  const owner = (await deps.directory.load()).people.find(({ id }) => id === card.personId);
  if (owner?.openId !== actorOpenId) return refused({ kind: 'not-your-card' });
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, ui: { ...card.ui, number, page } }],
    audit: [],
  });
  return ok(null);
}
