import { type CivilDate, civilDateOf } from '../../domain/calendar/civil-date.ts';
import { isMonth, monthSpan } from '../../domain/calendar/month.ts';
import type { MessageBody } from '../../domain/delivery/message.ts';
import { personByOpenId } from '../../domain/directory/answering.ts';
import type { Directory, Person, PostRole } from '../../domain/directory/directory.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';
import { pressMinute } from '../press-minute.ts';
import { findAdministrator } from '../review/administrator.ts';

type PaperBody = Extract<MessageBody, { readonly type: 'paper' }>;

export type AskRefusal = {
  readonly kind: 'not-permitted' | 'no-plan-in-force' | 'month-to-come' | 'unknown-plan';
};

const READERS: readonly PostRole[] = ['leader-in-charge', 'top-leader', 'governing'];

/**
 * Queues a paper for whoever asks, as a file in their own chat; it is written when it is sent. Leaders, the 主管机构 and
 * administrators may ask. A ledger without a plan is that of every plan in force. The same event again queues nothing, nor does a
 * second press within the minute.
 */
export async function askForPaper(
  deps: Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'admins'>,
  request: {
    readonly actorOpenId: string;
    readonly eventId: string;
    readonly kind: PaperBody['k'];
    readonly month: string;
    readonly planId: string | null;
  },
): Promise<Outcome<'queued' | 'just-sent' | 'already', AskRefusal>> {
  const { actorOpenId, eventId, kind, month, planId } = request;
  const person = await readerOf(deps, actorOpenId);
  if (!person) return refused({ kind: 'not-permitted' });
  const at = deps.clock.now();
  const begun = (on: CivilDate) => isMonth(month) && monthSpan(month).from <= on;
  if (!begun(civilDateOf(at))) return refused({ kind: 'month-to-come' });
  const plans = (await deps.ledger.listPlans()).filter(({ state }) => state === 'published');
  if (plans.length === 0) return refused({ kind: 'no-plan-in-force' });
  if (planId !== null && !plans.some(({ id }) => id === planId)) return refused({ kind: 'unknown-plan' });
  const bodies = plans
    .filter(({ id }) => planId === null || id === planId)
    .map(({ id }): PaperBody => ({ type: 'paper', k: kind, m: month, planId: id }));
  const wanted = kind === 'ledger' ? bodies : bodies.slice(0, 1);
  const committed = await deps.ledger.commit({
    at,
    event: { id: eventId, kind: 'card-action' },
    messages: wanted.map((body) => ({
      id: deps.ids.next('message'),
      key: `paper:${kind}:${body.planId}:${month}:${person.id}:${pressMinute(at)}`,
      to: { type: 'person', personId: person.id, openId: actorOpenId },
      purpose: 'asked-card',
      body,
      dueAt: at,
    })),
    audit: [
      { actor: person.id, action: 'paper.asked', subject: { type: 'paper', id: kind }, detail: { month, planId } },
    ],
  });
  if (!committed.ok) return ok('already');
  return ok(committed.value.messages > 0 ? 'queued' : 'just-sent');
}

async function readerOf(deps: Pick<Deps, 'directory' | 'admins'>, openId: string): Promise<Person | undefined> {
  const administrator = await findAdministrator(deps, openId);
  if (administrator.ok) return administrator.value;
  const directory = await deps.directory.load();
  const person = personByOpenId(directory, openId);
  return person && mayReadPapers(directory, person.id) ? person : undefined;
}

/** Whether somebody's post lets them have papers; administrators may besides. */
export function mayReadPapers({ posts }: Directory, id: string): boolean {
  return posts.some(({ personId, role }) => personId === id && READERS.includes(role));
}
