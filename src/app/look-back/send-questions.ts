import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import { addWorkingDays } from '../../domain/calendar/working-calendar.ts';
import { unsentCard } from '../../domain/delivery/unsent-card.ts';
import { recipientOf } from '../../domain/directory/find-office.ts';
import { groupBy } from '../../domain/group-by.ts';
import { answerOf } from '../../domain/look-back/question.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { questionsOf, type RectifyLedger } from './load-look-back.ts';

/** Working days until the ordinary card of the day asks for what was not answered on the card of the round. */
const PATIENCE = 7;

/** The subject of an office's card. */
function questionSubject(planId: string, officeId: string): string {
  return `${planId}/${officeId}`;
}

/**
 * Sends each office's liaison one card with all its questions, once. Until a week and a half has passed they stand on no other
 * card; then they come with the card of the day like everything that is due. Offices without anybody are named.
 */
export async function sendQuestions(
  deps: Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings'>,
  ledger: RectifyLedger,
): Promise<{ readonly unreachable: readonly string[] }> {
  const at = deps.clock.now();
  const on = civilDateOf(at);
  const [directory, calendar] = await Promise.all([deps.directory.load(), loadCalendar(deps)]);
  const unreachable: string[] = [];
  const byOffice = groupBy(questionsOf(ledger), ({ officeId }) => officeId);
  const subjects = [...byOffice.keys()].map((officeId) => questionSubject(ledger.plan.id, officeId));
  const asked = new Set((await deps.ledger.findCardsAbout(subjects)).map(({ subject }) => subject));
  for (const [officeId, parts] of byOffice) {
    const subject = questionSubject(ledger.plan.id, officeId);
    const open = parts.filter((part) => answerOf(part) === 'unanswered');
    if (open.length === 0 || asked.has(subject)) continue;
    const recipient = recipientOf(directory, officeId, on);
    if (recipient.kind !== 'found') {
      unreachable.push(parts[0]?.officeName ?? '');
      continue;
    }
    const { id: personId, openId } = recipient.person;
    const partIds = parts.map(({ id }) => id);
    const card = unsentCard({ id: deps.ids.next('card'), kind: 'look-back', personId, on, partIds, subject });
    const snoozedUntil = addWorkingDays(calendar, on, PATIENCE);
    await deps.ledger.commit({
      at,
      newCards: [card],
      parts: open.map(({ id, version }) => ({ id, expectedVersion: version, snoozedUntil })),
      messages: [
        {
          id: deps.ids.next('message'),
          key: `look-back:${ledger.plan.id}:${officeId}`,
          to: { type: 'person', personId, openId },
          purpose: 'confirmation',
          body: { type: 'ledger-card', cardId: card.id },
          dueAt: at,
        },
      ],
      audit: [],
    });
  }
  return { unreachable };
}
